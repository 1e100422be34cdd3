"""The number of a request: « D-2026-7F3K-92QX »."""

import re

from services.eservices.tokens import LETTERS, as_drawn, letters

_TYPED = re.compile(rf"D([0-9]{{4}})([{LETTERS}]{{8}})")


def new_number(year: int) -> str:
    """A number that can be read aloud and not be guessed: 31⁸ of them each year."""
    return f"D-{year}-{letters(8)}"


def number_typed(text: str) -> str:
    """The number that somebody typed, with or without its hyphens; empty if it is none."""
    plain = "".join(character for character in text.upper() if character.isascii() and character.isalnum())
    found = _TYPED.fullmatch(plain)
    return f"D-{found[1]}-{as_drawn(found[2])}" if found else ""
