"""Requests in the words of agents: residents read others."""

from django.utils import timezone

from services.eservices.models import Request
from services.eservices.states import OWED, State

STATES = {
    State.SENT: "à prendre en charge",
    State.IN_PROGRESS: "à l’étude",
    State.WAITING: "attend le demandeur",
    State.ACCEPTED: "acceptée",
    State.REFUSED: "refusée",
    State.DEALT_WITH: "traitée",
    State.CANCELLED: "annulée",
}


def is_late(request: Request) -> bool:
    """Whether the authority is past the day that it announced."""
    return request.state in OWED and request.answer_on < timezone.localdate()


def state_in_words(request: Request) -> str:
    """Where a request stands, and whether it is late."""
    return STATES[State(request.state)] + (", en retard" if is_late(request) else "")
