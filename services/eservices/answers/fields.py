"""The names of the fields that a question is asked with. A hyphen never stands in a key, so no two names meet."""

from services.eservices.definition.kinds import Kind
from services.eservices.definition.model import Question
from services.eservices.definition.visible import Raw

DATE_PARTS = ("day", "month", "year")
ADDRESS_PARTS = ("street", "extra", "postcode", "city", "country")
_PARTS = {Kind.DATE: DATE_PARTS, Kind.ADDRESS: ADDRESS_PARTS}


def part(question: Question, name: str) -> str:
    """The field of one part of a date or of an address."""
    return f"{question.key}-{name}"


def count_field(question: Question) -> str:
    """The field that says how many lines of a table are shown."""
    return f"{question.key}-lines"


def cell(question: Question, line: int, column: Question) -> str:
    """The field of one cell of a table; lines count from 0."""
    return f"{question.key}-{line}-{column.key}"


def lines_shown(question: Question, raw: Raw) -> int:
    """How many lines of a table to show: what was asked for, within what the question allows, and one at least."""
    asked = raw.get(count_field(question), "")
    count = int(asked) if isinstance(asked, str) and asked.isascii() and asked.isdigit() and len(asked) < 4 else 0
    return min(max(count, question.least, 1), question.most)


def names(question: Question, raw: Raw) -> list[str]:
    """The fields that the question has in a page, in their order; none for files, which are kept apart."""
    if question.kind == Kind.FILES:
        return []
    if question.kind in _PARTS:
        return [part(question, name) for name in _PARTS[question.kind]]
    if question.kind == Kind.TABLE:
        cells = [
            cell(question, line, column) for line in range(lines_shown(question, raw)) for column in question.columns
        ]
        return [count_field(question), *cells]
    return [question.key]


def first_field(question: Question) -> str:
    """The field that a link to the question leads to."""
    if question.kind in _PARTS:
        return part(question, _PARTS[question.kind][0])
    if question.kind == Kind.TABLE:
        return cell(question, 0, question.columns[0])
    return question.key
