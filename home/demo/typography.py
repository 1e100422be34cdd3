"""French typography for texts that programs write: no line begins with a unit, or with a mark that wants a space."""

import re

NARROW, WIDE = "\u202f", "\u00a0"
_RULES = (
    (re.compile(r" (?=[;?!])"), NARROW),
    (re.compile(r" (?=[:»–%€])"), WIDE),
    (re.compile(r"(?<=«) "), WIDE),
    (re.compile(r"(?<=\d) (?=h\b)"), WIDE),
    (re.compile(r"(?<=\bh) (?=\d)"), WIDE),
    (re.compile(r"(?<=\d) (?=\d{3}\b)"), NARROW),
)


def typeset(text: str) -> str:
    """The text with the non-breaking spaces that French wants."""
    for pattern, space in _RULES:
        text = pattern.sub(space, text)
    return text


def typeset_all(value):
    """The same for every text inside lists and dictionaries."""
    if isinstance(value, str):
        return typeset(value)
    if isinstance(value, list):
        return [typeset_all(item) for item in value]
    if isinstance(value, dict):
        return {name: typeset_all(item) for name, item in value.items()}
    return value
