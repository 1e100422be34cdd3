"""One step as a form: what is shown, what was typed, what is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from services.eservices.definition.kinds import Kind
from services.eservices.definition.model import Text
from services.eservices.filling.controls import Asked, ask
from services.eservices.filling.queries import CheckedStep, Filling
from services.eservices.wording import period


@dataclass(frozen=True)
class Fault:
    """A line of the summary of errors: the field, in words, and the link to it."""

    label: str
    id_for_label: str
    errors: Sequence[str]


class StepForm:
    """A step to be drawn. Has what the component of the summary of errors reads of a form.

    `mistakes`: what is to be said wrong, by field; nothing is before somebody has sent the step.
    """

    non_field_errors: Sequence[str] = ()

    def __init__(self, filling: Filling, checked: CheckedStep, mistakes: Mapping[str, str]) -> None:
        self._filling, self._checked, self._mistakes = filling, checked, mistakes

    @cached_property
    def items(self) -> list[Text | Asked]:
        return [item if isinstance(item, Text) else self._ask(item) for item in self._checked.step.items]

    def _ask(self, question) -> Asked:
        files = [one for one in self._filling.attachments if one.question == question.key]
        slots = self._slots_by_place() if question.kind == Kind.SLOT else None
        return ask(question, self._filling.raw, self._mistakes, files=files, slots=slots)

    def _slots_by_place(self) -> dict[str, list[tuple[str, str]]]:
        groups: dict[str, list[tuple[str, str]]] = {}
        for slot in self._filling.slots:
            groups.setdefault(slot.place, []).append((str(slot.pk), period(slot.starts_at, slot.ends_at)))
        return groups

    @property
    def asked(self) -> list[Asked]:
        return [item for item in self.items if isinstance(item, Asked)]

    @property
    def shown(self) -> str:
        """The keys of the questions that the page shows, for it to send them back."""
        return ",".join(asked.question.key for asked in self.asked)

    @property
    def shown_fields(self) -> list[Fault]:
        faults = []
        for asked in self.asked:
            if asked.question.kind in (Kind.CHOICE, Kind.CHOICES):
                faults.append(Fault(_without_mark(asked.label), asked.id, asked.errors))
                continue
            for control in asked.all_controls():
                several = len(asked.controls) != 1
                label = f"{asked.label}, {control.label.lower()}" if several else asked.label
                faults.append(Fault(_without_mark(label), control.html_id, [control.error] if control.error else []))
        return [fault for fault in faults if fault.errors]

    @property
    def errors(self) -> list[Fault]:
        return self.shown_fields

    @property
    def has_files(self) -> bool:
        return any(asked.question.kind == Kind.FILES for asked in self.asked)


def _without_mark(label: str) -> str:
    """A label that a colon may follow."""
    return label.rstrip("\u00a0 .?:!")
