"""Secrets that open a draft or a request: drawn at random, kept as hashes only."""

import hashlib
import secrets

LETTERS = "23456789ABCDEFGHJKLMNPQRSTVWXYZ"
"""Neither 0 and O, nor 1 and I, nor U and V."""


def new_token() -> str:
    """256 bits, for a link."""
    return secrets.token_urlsafe(32)


def hash_of(secret: str) -> str:
    """What is kept of a secret that has enough bits to need no salt."""
    return hashlib.sha256(secret.encode()).hexdigest()


def letters(count: int) -> str:
    """Letters and figures that one can read aloud, by fours: « 7F3K-92QX »."""
    drawn = "".join(secrets.choice(LETTERS) for _ in range(count))
    return "-".join(drawn[place : place + 4] for place in range(0, count, 4))


def as_drawn(typed: str) -> str:
    """What somebody typed of such letters, as it was drawn: capitals, with hyphens every four."""
    plain = "".join(character for character in typed.upper() if character in LETTERS)
    return "-".join(plain[place : place + 4] for place in range(0, len(plain), 4))
