"""What a browser sent for some questions, as it was typed."""

from collections.abc import Callable, Iterable

from services.eservices.answers.fields import count_field, names
from services.eservices.definition.kinds import Kind
from services.eservices.definition.model import Question


def read(questions: Iterable[Question], sent: Callable[[str], list[str]]) -> dict[str, str | list[str]]:
    """What was typed, by field. `sent` gives the values that a browser sent under a name.

    Fields that the questions do not have are left out. A character that no database keeps is taken away.
    """
    raw: dict[str, str | list[str]] = {}
    for question in questions:
        if question.kind == Kind.TABLE:
            raw[count_field(question)] = _one(sent(count_field(question)))
        for name in names(question, raw):
            values = sent(name)
            raw[name] = [_clean(value) for value in values] if question.kind == Kind.CHOICES else _one(values)
    return raw


def _one(values: list[str]) -> str:
    return _clean(values[-1]) if values else ""


def _clean(value: str) -> str:
    return value.replace("\x00", "").encode("utf-8", "replace").decode()
