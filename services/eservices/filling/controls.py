"""The controls that a question is asked with, as the templates draw them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from services.eservices.answers.fields import ADDRESS_PARTS, DATE_PARTS, cell, lines_shown, part
from services.eservices.definition.kinds import STATEMENT_VALUE, Kind
from services.eservices.definition.model import Question

ERROR, HELP = "erreur", "aide"


@dataclass(frozen=True)
class Control:
    """One control: a field, a list, a box to tick. `width` is a class of the style sheet."""

    name: str
    label: str
    value: str = ""
    error: str = ""
    required: bool = True
    type: str = "text"
    autocomplete: str = ""
    inputmode: str = ""
    width: str = ""
    checked: bool = False
    id: str = ""
    described_by: str = ""

    @property
    def html_id(self) -> str:
        return self.id or field_id(self.name)


@dataclass(frozen=True)
class Line:
    """A line of a table, with its own legend."""

    legend: str
    controls: Sequence[Control]


@dataclass(frozen=True)
class Asked:
    """A question with its controls. `template` draws them."""

    question: Question
    template: str
    controls: Sequence[Control] = ()
    lines: Sequence[Line] = ()
    files: Sequence[Any] = ()
    groups: Mapping[str, Sequence[tuple[str, str]]] = field(default_factory=dict)
    errors: Sequence[str] = ()
    can_add_line: bool = False

    @property
    def id(self) -> str:
        return field_id(self.question.key)

    @property
    def described_by(self) -> str:
        """The identifiers of the help and of the error, for the attribute aria-describedby."""
        named = [HELP] if self.has_help else []
        return " ".join(f"{self.id}-{name}" for name in [*named, *([ERROR] if self.errors else [])])

    @property
    def has_help(self) -> bool:
        return bool(self.question.help) or self.question.kind == Kind.FILES

    @property
    def label(self) -> str:
        return self.question.label

    def all_controls(self) -> Iterator[Control]:
        yield from self.controls
        for line in self.lines:
            yield from line.controls


def field_id(name: str) -> str:
    """The identifier of the control of a field."""
    return f"q-{name}"


_LINE = "eservices/questions/line.html"
_TEMPLATES = {
    Kind.LONG_TEXT: "eservices/questions/long_text.html",
    Kind.FILES: "eservices/questions/files.html",
    Kind.STATEMENT: "eservices/questions/statement.html",
    Kind.SLOT: "eservices/questions/slot.html",
    Kind.CHOICE: "eservices/questions/choices.html",
    Kind.CHOICES: "eservices/questions/choices.html",
    Kind.DATE: "eservices/questions/date.html",
    Kind.ADDRESS: "eservices/questions/address.html",
    Kind.TABLE: "eservices/questions/table.html",
}
_TYPES = {Kind.EMAIL: "email", Kind.PHONE: "tel"}
_DATE = {
    "day": ("Jour", "bday-day", "two"),
    "month": ("Mois", "bday-month", "month"),
    "year": ("Année", "bday-year", "four"),
}
_ADDRESS = {
    "street": ("Numéro et rue", "address-line1", ""),
    "extra": ("Complément d’adresse", "address-line2", ""),
    "postcode": ("Code postal", "postal-code", "ten"),
    "city": ("Commune", "address-level2", ""),
    "country": ("Pays, si ce n’est pas la France", "country-name", ""),
}
_MAY_BE_EMPTY = {"extra", "country"}


def ask(
    question: Question,
    raw: Mapping[str, Any],
    mistakes: Mapping[str, str],
    *,
    files: Sequence[Any] = (),
    slots: Mapping[str, Sequence[tuple[str, str]]] | None = None,
) -> Asked:
    """A question with its controls: what was typed in each, and what is wrong there."""
    match question.kind:
        case Kind.DATE:
            return _parts(question, raw, mistakes, DATE_PARTS, _DATE, numeric={"day", "year"})
        case Kind.ADDRESS:
            return _parts(question, raw, mistakes, ADDRESS_PARTS, _ADDRESS, numeric=set())
        case Kind.CHOICE | Kind.CHOICES:
            return _choices(question, raw, mistakes)
        case Kind.TABLE:
            return _table(question, raw, mistakes)
    errors = [mistakes[question.key]] if question.key in mistakes else []
    value = raw.get(question.key, "")
    control = _control(question, question.key, question.label, value, mistakes)
    return Asked(
        question, _TEMPLATES.get(question.kind, _LINE), [control], files=files, groups=slots or {}, errors=errors
    )


def _control(question: Question, name: str, label: str, value: Any, mistakes: Mapping[str, str]) -> Control:
    return Control(
        name=name,
        label=label,
        value=value if isinstance(value, str) else "",
        error=mistakes.get(name, ""),
        required=question.required,
        type=_TYPES.get(question.kind, "text"),
        autocomplete=question.meaning,
        inputmode=("numeric" if question.whole else "decimal") if question.kind == Kind.NUMBER else "",
        width="ten" if question.kind == Kind.NUMBER else "",
        checked=value == STATEMENT_VALUE,
    )


def _parts(
    question: Question,
    raw: Mapping[str, Any],
    mistakes: Mapping[str, str],
    names: Sequence[str],
    labels: Mapping[str, tuple[str, str, str]],
    numeric: set[str],
) -> Asked:
    controls = []
    for name in names:
        label, autocomplete, width = labels[name]
        controls.append(
            Control(
                name=part(question, name),
                label=label,
                value=str(raw.get(part(question, name), "")),
                error=mistakes.get(part(question, name), ""),
                required=question.required and name not in _MAY_BE_EMPTY,
                autocomplete=autocomplete if question.meaning else "",
                inputmode="numeric" if name in numeric else "",
                width=width,
            )
        )
    errors = list(dict.fromkeys(control.error for control in controls if control.error))
    return Asked(question, _TEMPLATES[question.kind], controls, errors=errors)


def _choices(question: Question, raw: Mapping[str, Any], mistakes: Mapping[str, str]) -> Asked:
    chosen = raw.get(question.key, "")
    chosen = [chosen] if isinstance(chosen, str) else chosen
    error = mistakes.get(question.key, "")
    controls = [
        Control(
            name=question.key,
            label=option.label,
            value=option.value,
            type="radio" if question.kind == Kind.CHOICE else "checkbox",
            checked=option.value in chosen,
            id=field_id(question.key) if place == 0 else f"{field_id(question.key)}-{place}",
            required=question.required,
        )
        for place, option in enumerate(question.options)
    ]
    return Asked(question, _TEMPLATES[question.kind], controls, errors=[error] if error else [])


def _table(question: Question, raw: Mapping[str, Any], mistakes: Mapping[str, str]) -> Asked:
    count = lines_shown(question, raw)
    lines = []
    for line in range(count):
        names = [(cell(question, line, column), column) for column in question.columns]
        controls = [_control(column, name, column.label, raw.get(name, ""), mistakes) for name, column in names]
        lines.append(Line(f"{question.line} {line + 1}", controls))
    errors = list(dict.fromkeys(control.error for line in lines for control in line.controls if control.error))
    return Asked(question, _TEMPLATES[question.kind], lines=lines, errors=errors, can_add_line=count < question.most)
