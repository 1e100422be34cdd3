"""Turning a draft into a request, once."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from services.eservices.filling.actions import NotOpen
from services.eservices.filling.queries import Filling
from services.eservices.following.links import new_follow_link
from services.eservices.models import Draft, EService, Event, Request, Slot
from services.eservices.sending.acknowledgement import post_acknowledgement
from services.eservices.sending.numbers import new_number
from services.eservices.states import State
from services.eservices.tokens import hash_of, letters
from services.eservices.wording import months_later

_SECRET_LETTERS = 16
_TRIES = 5


class Incomplete(ValueError):
    """A draft that lacks an answer; `step` is the key of the first step to mend."""

    def __init__(self, draft: Draft, step: str) -> None:
        super().__init__(f"draft {draft.pk} is not complete: step “{step}”")
        self.step = step


class SlotTaken(ValueError):
    """A slot that somebody else took first."""


@dataclass(frozen=True)
class Sent:
    """A request that was sent. `secret` opens its follow-up where there is no e-mail; it is known this once."""

    request: Request
    secret: str = ""
    again: bool = False


@transaction.atomic
def send_request(draft: Draft) -> Sent:
    """Send what a draft holds: number, answers, slot, files, history and acknowledgement, all or nothing.

    A draft that was sent already gives the same request again. Raises Incomplete, SlotTaken, NotOpen.
    """
    drafts = Draft.objects.select_for_update(of=("self",))
    held = drafts.select_related("version", "eservice__department", "eservice__site").get(pk=draft.pk)
    if held.sent_at:
        return Sent(Request.objects.get(draft=held.identifier), again=True)
    if not held.eservice.is_open:
        raise NotOpen(f"“{held.eservice}” is {held.eservice.state}")
    filling = Filling(held)
    if incomplete := filling.first_incomplete():
        raise Incomplete(held, incomplete.step.key)
    slot = _take_slot(filling)
    email = filling.value_of(filling.definition.email_question) or ""
    secret = "" if email else letters(_SECRET_LETTERS)
    sent = _create(filling, email=email, secret=secret, slot=slot)
    held.attachments.update(draft=None, request=sent)
    held.steps.all().delete()
    held.sent_at = sent.received_at
    held.save(update_fields=["sent_at"])
    Event.objects.create(request=sent, title="Demande envoyée", state=State.SENT, at=sent.received_at)
    if email:
        post_acknowledgement(sent, new_follow_link(sent))
    return Sent(sent, secret)


def _take_slot(filling: Filling) -> Slot | None:
    """Take the slot that was chosen, if it still has a place. Raises SlotTaken."""
    chosen = filling.value_of(filling.definition.slot_question)
    if chosen is None:
        return None
    free = Slot.objects.filter(pk=chosen, eservice=filling.eservice, taken__lt=F("capacity"))
    if not free.update(taken=F("taken") + 1):
        raise SlotTaken(f"slot {chosen} has no place left")
    return Slot.objects.get(pk=chosen)


def _create(filling: Filling, *, email: str, secret: str, slot: Slot | None) -> Request:
    now = timezone.now()
    today = timezone.localdate(now)
    eservice = filling.eservice
    decided = eservice.outcome == EService.Outcome.DECISION
    for _ in range(_TRIES):
        try:
            with transaction.atomic():
                return Request.objects.create(
                    number=new_number(today.year),
                    draft=filling.draft.identifier,
                    eservice=eservice,
                    version=filling.draft.version,
                    user=filling.draft.user,
                    email=email,
                    secret_hash=hash_of(secret) if secret else "",
                    answers=filling.frozen(),
                    slot=slot,
                    received_at=now,
                    answer_on=today + timedelta(days=eservice.answer_days),
                    silence_on=months_later(today, eservice.silence_months) if decided else None,
                )
        except IntegrityError:
            if Request.objects.filter(draft=filling.draft.identifier).exists():
                raise
    raise RuntimeError(f"{_TRIES} numbers in a row were taken")
