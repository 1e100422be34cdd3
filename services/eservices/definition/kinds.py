"""The kinds of questions, and what their answers may mean to a browser that fills them in."""

from enum import StrEnum


class Kind(StrEnum):
    """How a question is asked, and so what its answer is made of."""

    SHORT_TEXT = "short_text"
    LONG_TEXT = "long_text"
    CHOICE = "choice"
    CHOICES = "choices"
    DATE = "date"
    ADDRESS = "address"
    EMAIL = "email"
    PHONE = "phone"
    NUMBER = "number"
    FILES = "files"
    TABLE = "table"
    STATEMENT = "statement"
    SLOT = "slot"


TEXT = "text"
"""What stands in a step beside its questions: a text to read."""

COLUMN_KINDS = frozenset({Kind.SHORT_TEXT, Kind.EMAIL, Kind.PHONE, Kind.NUMBER})
"""What a line of a table may be made of: what one field holds."""

CONDITION_KINDS = frozenset({Kind.CHOICE, Kind.CHOICES, Kind.STATEMENT})
"""What a condition may look at: answers taken from a list, which are spelt one way only."""

STATEMENT_VALUE = "oui"
"""What a statement that was accepted holds."""

MEANINGS: dict[Kind, frozenset[str]] = {
    Kind.SHORT_TEXT: frozenset(
        "name given-name family-name additional-name honorific-prefix nickname organization organization-title "
        "street-address address-line1 address-line2 postal-code address-level2 country-name".split()
    ),
    Kind.EMAIL: frozenset({"email"}),
    Kind.PHONE: frozenset({"tel"}),
    Kind.DATE: frozenset({"bday"}),
    Kind.ADDRESS: frozenset({"street-address"}),
}
"""Values of the HTML attribute `autocomplete` that a kind may have (RGAA 11.13): about the person who answers."""
