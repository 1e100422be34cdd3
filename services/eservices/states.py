"""What a request goes through: one table, which every action asks before it writes."""

from django.db.models import TextChoices


class State(TextChoices):
    """Where a request stands."""

    SENT = "sent", "Envoyée"
    IN_PROGRESS = "in progress", "En cours d’étude"
    WAITING = "waiting", "En attente de votre réponse"
    ACCEPTED = "accepted", "Acceptée"
    REFUSED = "refused", "Refusée"
    DEALT_WITH = "dealt with", "Traitée"
    CANCELLED = "cancelled", "Annulée"


class Move(TextChoices):
    """What somebody does to a request that changes its state."""

    TAKE = "take", "prise en charge"
    ASK_RESIDENT = "ask_resident", "demande au demandeur"
    COMPLETE = "complete", "réponse du demandeur"
    ACCEPT = "accept", "acceptation"
    REFUSE = "refuse", "refus"
    DEAL_WITH = "deal_with", "traitement"
    CANCEL = "cancel", "annulation"


OPEN = frozenset({State.SENT, State.IN_PROGRESS, State.WAITING})
"""States in which somebody still owes an answer."""

OWED = OPEN - {State.WAITING}
"""States in which the authority owes the next step: past the day announced, it is late."""

TRANSITIONS: dict[Move, tuple[frozenset[State], State]] = {
    Move.TAKE: (frozenset({State.SENT}), State.IN_PROGRESS),
    Move.ASK_RESIDENT: (frozenset({State.IN_PROGRESS}), State.WAITING),
    Move.COMPLETE: (frozenset({State.WAITING}), State.IN_PROGRESS),
    Move.ACCEPT: (frozenset({State.IN_PROGRESS}), State.ACCEPTED),
    Move.REFUSE: (frozenset({State.IN_PROGRESS}), State.REFUSED),
    Move.DEAL_WITH: (frozenset({State.IN_PROGRESS}), State.DEALT_WITH),
    Move.CANCEL: (OPEN, State.CANCELLED),
}


class WrongState(ValueError):
    """A move that the state of a request does not allow; its text quotes both."""


def next_state(state: str, move: Move) -> State:
    """Where a move leads. Raises WrongState."""
    allowed, then = TRANSITIONS[move]
    if state not in allowed:
        raise WrongState(f"the request is “{state}”: “{move}” is only for {sorted(str(one) for one in allowed)}")
    return then


def check_open(state: str) -> None:
    """Raises WrongState for a request that is over."""
    if state not in OPEN:
        raise WrongState(f"the request is “{state}”: it is over")
