"""What every action on a request does to its state: hold the row, move it, write its history."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import F
from django.utils import timezone

from services.eservices.models import EService, Event, Request, Slot
from services.eservices.states import Move, State, next_state
from services.eservices.wording import months_later


def held(request: Request) -> Request:
    """The request as it is now, kept from others until the transaction ends."""
    requests = Request.objects.select_for_update(of=("self",))
    return requests.select_related("eservice__department", "eservice__site").get(pk=request.pk)


def move(request: Request, what: Move, *, title: str, text: str = "", by: AbstractBaseUser | None = None) -> None:
    """Change the state, and say so in the history. Raises WrongState."""
    request.state = next_state(request.state, what)
    request.save()
    Event.objects.create(request=request, by=by, title=title, text=text, state=request.state)


def close(request: Request) -> None:
    """Note that nobody owes an answer any more, and give back the slot of what was not accepted."""
    request.closed_at = timezone.now()
    request.silence_on = request.waiting_since = None
    request.save(update_fields=["closed_at", "silence_on", "waiting_since"])
    if request.slot_id and request.state != State.ACCEPTED:
        Slot.objects.filter(pk=request.slot_id, taken__gt=0).update(taken=F("taken") - 1)


def suspend_delay(request: Request) -> None:
    """Stop the delay at whose end silence is worth a decision, while documents are missing (CRPA, L. 114-5)."""
    request.waiting_since = timezone.now()


def resume_delay(request: Request) -> None:
    """Let the delay run again.

    Where silence accepts, it starts anew from the day when the request is complete; where it refuses, it was only
    suspended, and ends later by as many days.
    """
    if request.waiting_since and request.silence_on:
        today = timezone.localdate()
        if request.eservice.silence == EService.Silence.ACCEPTS:
            request.silence_on = months_later(today, request.eservice.silence_months)
        else:
            request.silence_on += today - timezone.localdate(request.waiting_since)
    request.waiting_since = None
