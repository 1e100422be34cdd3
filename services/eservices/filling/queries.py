"""What a draft holds, and what it still lacks."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import F, QuerySet
from django.utils import timezone
from wagtail.models import Site

from services.eservices.answers.checking import Offered, check
from services.eservices.answers.errors import Mistake
from services.eservices.answers.showing import lines
from services.eservices.definition.kinds import Kind
from services.eservices.definition.model import Definition, Question, Step
from services.eservices.definition.visible import visible
from services.eservices.models import Attachment, Draft, EService, Slot
from services.eservices.tokens import hash_of


def open_eservices(site: Site) -> QuerySet[EService]:
    """What residents may ask on a site."""
    return EService.objects.filter(site=site, state=EService.State.OPEN).select_related("department")


def draft_of_token(token: str) -> Draft | None:
    """The draft that a token opens, unless it was sent."""
    return (
        Draft.objects.filter(token_hash=hash_of(token), sent_at=None)
        .select_related("version", "eservice__department", "eservice__site")
        .first()
    )


def drafts_of_account(user: AbstractBaseUser | AnonymousUser) -> QuerySet[Draft]:
    """The drafts that somebody who is signed in may go on with, the latest first; none for anybody else."""
    if not user.is_authenticated:
        return Draft.objects.none()
    own = Draft.objects.filter(user=user, sent_at=None, eservice__state=EService.State.OPEN)
    return own.select_related("version", "eservice__department", "eservice__site").order_by("-touched_at")


def free_slots(eservice: EService) -> QuerySet[Slot]:
    """The slots to come that somebody may still take."""
    return eservice.slots.filter(taken__lt=F("capacity"), starts_at__gt=timezone.now())


@dataclass(frozen=True)
class Answer:
    """One answer, checked, as it is kept and as it is read."""

    question: Question
    value: Any
    lines: list[str]

    @property
    def label(self) -> str:
        return self.question.label


@dataclass(frozen=True)
class CheckedStep:
    """A step with its answers, or with what is wrong in it: messages by field."""

    step: Step
    answers: list[Answer]
    mistakes: Mapping[str, str]
    saved: bool

    @property
    def is_complete(self) -> bool:
        return self.saved and not self.mistakes


class Filling:
    """A draft as it stands, read once."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.eservice: EService = draft.eservice
        self.definition: Definition = draft.version.form
        self._saved = {row.step: row.raw for row in draft.steps.all()}
        self.attachments: list[Attachment] = list(draft.attachments.all())

    @cached_property
    def raw(self) -> dict[str, Any]:
        """What was typed in all the steps."""
        return {name: value for raw in self._saved.values() for name, value in raw.items()}

    @cached_property
    def slots(self) -> list[Slot]:
        """The slots to choose from; none where the form asks for none."""
        return list(free_slots(self.eservice)) if self.definition.slot_question else []

    @cached_property
    def offered(self) -> Offered:
        files: dict[str, list[str]] = {}
        for attachment in self.attachments:
            files.setdefault(attachment.question, []).append(str(attachment.identifier))
        return Offered(timezone.localdate(), frozenset(str(slot.pk) for slot in self.slots), files)

    @cached_property
    def names(self) -> dict[str, str]:
        """What slots and files are called."""
        slots = {str(slot.pk): str(slot) for slot in self.slots}
        return slots | {str(attachment.identifier): attachment.name for attachment in self.attachments}

    @cached_property
    def steps(self) -> list[CheckedStep]:
        """The steps to go through, each checked."""
        return [self._check(step) for step in visible(self.definition, self.raw)]

    def step(self, key: str) -> CheckedStep | None:
        return next((checked for checked in self.steps if checked.step.key == key), None)

    def first_incomplete(self) -> CheckedStep | None:
        """The first step that keeps the draft from being sent."""
        return next((checked for checked in self.steps if not checked.is_complete), None)

    def _check(self, step: Step) -> CheckedStep:
        answers, mistakes = [], {}
        for question in step.questions:
            try:
                value = check(question, self.raw, self.offered)
            except Mistake as mistake:
                mistakes |= mistake.messages
            else:
                answers.append(Answer(question, value, lines(question, value, self.names)))
        return CheckedStep(step, answers, mistakes, saved=step.key in self._saved)

    def value_of(self, question: Question | None) -> Any:
        """The answer to a question that is asked of this person; None if it is not, or not answered."""
        for checked in self.steps:
            for answer in checked.answers:
                if question is not None and answer.question.key == question.key:
                    return answer.value
        return None

    def frozen(self) -> list[dict[str, Any]]:
        """The answers as a request keeps them: by step, with what was asked in words."""
        return [
            {
                "title": checked.step.title,
                "answers": [
                    {
                        "key": answer.question.key,
                        "kind": str(answer.question.kind),
                        "label": answer.question.label,
                        "value": answer.value,
                        "lines": answer.lines,
                    }
                    for answer in checked.answers
                ],
            }
            for checked in self.steps
        ]


def asks_for_files(definition: Definition) -> bool:
    """Whether the form has a question that files answer."""
    return any(question.kind == Kind.FILES for question in definition.questions())
