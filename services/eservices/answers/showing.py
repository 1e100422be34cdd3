"""Answers as they are read: on the page that one checks, on the receipt, in the follow-up, at the agents' desk."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from services.eservices.answers import dates, numbers
from services.eservices.definition.kinds import Kind
from services.eservices.definition.model import Question

NO_ANSWER = "Sans réponse"


def lines(question: Question, value: Any, names: Mapping[str, str]) -> list[str]:
    """The lines of an answer. `names`: what slots and files are called, by their identifiers."""
    if value is None:
        return [NO_ANSWER]
    match question.kind:
        case Kind.CHOICE:
            return [question.label_of(value)]
        case Kind.CHOICES:
            return [question.label_of(one) for one in value]
        case Kind.DATE:
            return [dates.in_words(date.fromisoformat(value))]
        case Kind.NUMBER:
            return [numbers.in_words(value)]
        case Kind.ADDRESS:
            city = f"{value['postcode']} {value['city']}"
            return [line for line in (value["street"], value["extra"], city, value["country"]) if line]
        case Kind.LONG_TEXT:
            return value.split("\n")
        case Kind.FILES:
            return [names[one] for one in value]
        case Kind.SLOT:
            return [names[value]]
        case Kind.STATEMENT:
            return ["Oui"]
        case Kind.TABLE:
            return [_line(question, rank, line) for rank, line in enumerate(value, 1)]
        case _:
            return [value]


def _line(question: Question, rank: int, values: Mapping[str, Any]) -> str:
    cells = [
        f"{column.label}\u00a0: {lines(column, values[column.key], {})[0]}"
        for column in question.columns
        if values[column.key] is not None
    ]
    return f"{question.line} {rank} – {', '.join(cells)}"
