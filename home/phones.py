"""Telephone numbers, for links and for readers."""

from home.french import NO_BREAK_SPACE


def dialled(phone: str) -> str:
    """As a link wants it: digits, and a leading plus sign."""
    return "".join(character for character in phone if character in "+0123456789")


def shown(phone: str) -> str:
    """As a line must not break it."""
    return phone.replace(" ", NO_BREAK_SPACE)
