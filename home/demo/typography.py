"""French typography for texts that programs write: no line begins with a unit, or with a mark that wants a space."""

import re

NARROW, WIDE = "\u202f", "\u00a0"
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_UNITS = "h|km|m|m²|m³|cm|mm|ha|kg|kWh|min|ans|ko|Mo"
_RULES = (
    (re.compile(r" (?=[;?!])"), NARROW),
    (re.compile(r" (?=[:»–%€])"), WIDE),
    (re.compile(r"(?<=«) "), WIDE),
    (re.compile(r"(?<=n°) "), WIDE),
    (re.compile(rf"(?<=\d) (?=(?:{_UNITS})(?!\w))"), WIDE),
    (re.compile(r"(?<=\bh) (?=\d)"), WIDE),
    (re.compile(rf"(?<=\d) (?=(?:{_MONTHS})\b)"), WIDE),
    (re.compile(r"(?<=<sup>er</sup>) (?=\w)"), WIDE),
    (re.compile(r"(?<=\d) (?=\d{3}\b)"), NARROW),
    # Telephone numbers: « 01 99 00 12 34 » is not cut in two.
    (re.compile(r"(?<=\b\d\d) (?=\d\d\b)"), WIDE),
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
