"""Whether what was typed answers a question, and what is kept of it.

A value is made of what JSON holds: text, a list, a dictionary. An unanswered question that may stay empty has the value
None. Every error says how to mend it, and in which field.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from services.eservices.answers import dates, numbers, texts
from services.eservices.answers.errors import Mistake
from services.eservices.answers.fields import cell, first_field, lines_shown, part
from services.eservices.definition.kinds import STATEMENT_VALUE, Kind
from services.eservices.definition.model import Question
from services.eservices.definition.visible import Raw


@dataclass(frozen=True)
class Offered:
    """What answers depend on beside what was typed: the day, the free slots and the files received, by question."""

    today: date
    slots: frozenset[str] = frozenset()
    files: Mapping[str, Sequence[str]] = field(default_factory=dict)


def check(question: Question, raw: Raw, offered: Offered) -> Any:
    """The value of the answer. Raises Mistake."""
    return _CHECKS[question.kind](question, raw, offered)


def _text_of(question: Question, raw: Raw) -> str:
    value = raw.get(question.key, "")
    return value if isinstance(value, str) else ""


def _single(read: Callable[[Question, str], Any], empty: str) -> Callable[[Question, Raw, Offered], Any]:
    """A check of a question that has one field of text."""

    def checked(question: Question, raw: Raw, offered: Offered) -> Any:
        typed = _text_of(question, raw).strip()
        if not typed:
            return _missing(question, question.key, empty)
        return read(question, typed)

    return checked


def _missing(question: Question, name: str, empty: str) -> None:
    if question.required:
        raise Mistake(name, empty)


def _choice(question: Question, typed: str) -> str:
    if typed not in {option.value for option in question.options}:
        raise Mistake(question.key, "Choisissez une des réponses proposées.")
    return typed


def _choices(question: Question, raw: Raw, offered: Offered) -> list[str] | None:
    typed = raw.get(question.key, [])
    typed = [typed] if isinstance(typed, str) and typed else typed
    known = [option.value for option in question.options]
    if any(value not in known for value in typed):
        raise Mistake(question.key, "Choisissez parmi les réponses proposées.")
    if not typed:
        return _missing(question, question.key, "Cochez une réponse au moins.")
    return [value for value in known if value in typed]


def _date(question: Question, raw: Raw, offered: Offered) -> str | None:
    typed = [str(raw.get(part(question, name), "")).strip() for name in ("day", "month", "year")]
    if not any(typed):
        return _missing(question, part(question, "day"), "Écrivez le jour, le mois et l’année.")
    return dates.read(question, typed, offered.today).isoformat()


def _address(question: Question, raw: Raw, offered: Offered) -> dict[str, str] | None:
    typed = {
        name: texts.in_one_line(str(raw.get(part(question, name), "")))
        for name in ("street", "extra", "postcode", "city", "country")
    }
    if not any(typed.values()) and not question.required:
        return None
    return texts.address(question, typed)


def _files(question: Question, raw: Raw, offered: Offered) -> list[str] | None:
    received = list(offered.files.get(question.key, ()))
    if len(received) > question.most:
        raise Mistake(question.key, f"Retirez des fichiers\u00a0: {question.most} au plus.")
    if not received:
        return _missing(question, question.key, "Choisissez un fichier.")
    return received


def _table(question: Question, raw: Raw, offered: Offered) -> list[dict[str, Any]] | None:
    mistakes: list[Mistake] = []
    lines = []
    for line in range(lines_shown(question, raw)):
        cells = {column.key: _cell(question, line, column) for column in question.columns}
        if not any(_text_of(asked, raw).strip() for asked in cells.values()):
            continue
        values = {}
        for key, asked in cells.items():
            try:
                values[key] = check(asked, raw, offered)
            except Mistake as mistake:
                mistakes.append(mistake)
        lines.append(values)
    if mistakes:
        raise Mistake.several(mistakes)
    least = max(question.least, 1 if question.required else 0)
    if len(lines) < least:
        count = "une ligne au moins" if least == 1 else f"{least} lignes au moins"
        raise Mistake(first_field(question), f"Remplissez {count}.")
    return lines or None


def _cell(question: Question, line: int, column: Question) -> Question:
    """The question of a cell: the column's, under the name of its own field."""
    return replace(column, key=cell(question, line, column))


def _statement(question: Question, raw: Raw, offered: Offered) -> str | None:
    if _text_of(question, raw) != STATEMENT_VALUE:
        return _missing(question, question.key, "Cochez cette case pour continuer.")
    return STATEMENT_VALUE


def _slot(question: Question, raw: Raw, offered: Offered) -> str | None:
    typed = _text_of(question, raw)
    if not typed:
        return _missing(question, question.key, "Choisissez un créneau.")
    if typed not in offered.slots:
        raise Mistake(question.key, "Ce créneau n’est plus libre\u00a0: choisissez-en un autre.")
    return typed


_CHECKS: dict[Kind, Callable[[Question, Raw, Offered], Any]] = {
    Kind.SHORT_TEXT: _single(texts.short, "Écrivez votre réponse."),
    Kind.LONG_TEXT: _single(texts.long, "Écrivez votre réponse."),
    Kind.EMAIL: _single(texts.email, "Écrivez une adresse électronique."),
    Kind.PHONE: _single(texts.phone, "Écrivez un numéro de téléphone."),
    Kind.NUMBER: _single(numbers.read, "Écrivez un nombre."),
    Kind.CHOICE: _single(_choice, "Choisissez une réponse."),
    Kind.CHOICES: _choices,
    Kind.DATE: _date,
    Kind.ADDRESS: _address,
    Kind.FILES: _files,
    Kind.TABLE: _table,
    Kind.STATEMENT: _statement,
    Kind.SLOT: _slot,
}
