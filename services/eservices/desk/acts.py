"""What an agent may do about a request, as the screens offer it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser

from services.eservices.desk import actions, forms
from services.eservices.models import EService, Request
from services.eservices.states import OPEN, TRANSITIONS, Move


@dataclass(frozen=True)
class Act:
    """One action: its address, what its button says, what it asks, what it does and says once done."""

    key: str
    label: str
    form: type[forms.ActForm]
    do: Callable[[Request, AbstractBaseUser, dict[str, Any]], Any]
    done: str
    intro: str = ""
    move: Move | None = None
    outcome: str = ""
    even_when_over: bool = False

    def is_possible(self, request: Request) -> bool:
        """Whether the state of the request, and what the démarche calls for, allow it."""
        if self.outcome and request.eservice.outcome != self.outcome:
            return False
        if self.move:
            return request.state in TRANSITIONS[self.move][0]
        return self.even_when_over or request.state in OPEN


_DECISION, _REPORT = EService.Outcome.DECISION, EService.Outcome.REPORT
ACTS = (
    Act(
        "prendre-en-charge",
        "Prendre en charge",
        forms.ActForm,
        lambda request, by, _: actions.take_request(request, by),
        "La demande est à votre nom. Le demandeur en est averti.",
        "La demande passe à votre nom, et le demandeur est averti qu’elle est à l’étude.",
        move=Move.TAKE,
    ),
    Act(
        "accepter",
        "Accepter",
        forms.AcceptForm,
        lambda request, by, data: actions.decide(request, by, accepted=True, text=data["text"], files=data["files"]),
        "La demande est acceptée. Le demandeur en est averti.",
        move=Move.ACCEPT,
        outcome=_DECISION,
    ),
    Act(
        "refuser",
        "Refuser",
        forms.RefuseForm,
        lambda request, by, data: actions.decide(
            request, by, accepted=False, text=data["text"], appeal=data["appeal"], files=data["files"]
        ),
        "La demande est refusée. Le demandeur en est averti.",
        "Un refus donne ses raisons et dit comment le contester.",
        move=Move.REFUSE,
        outcome=_DECISION,
    ),
    Act(
        "traiter",
        "Dire que c’est traité",
        forms.DealForm,
        lambda request, by, data: actions.deal_with(request, by, data["text"]),
        "Le signalement est traité.",
        move=Move.DEAL_WITH,
        outcome=_REPORT,
    ),
    Act(
        "demander",
        "Demander une réponse ou des pièces",
        forms.AskForm,
        lambda request, by, data: actions.ask_resident(request, by, data["text"], data["documents"].splitlines()),
        "Votre demande est envoyée. Le délai ne court plus jusqu’à la réponse.",
        move=Move.ASK_RESIDENT,
    ),
    Act(
        "ecrire",
        "Écrire au demandeur",
        forms.AnswerForm,
        lambda request, by, data: actions.answer_resident(request, by, data["text"], data["files"]),
        "Votre message est envoyé.",
    ),
    Act(
        "attribuer",
        "Attribuer",
        forms.AssignForm,
        lambda request, by, data: actions.assign_request(request, by, data["to"]),
        "La demande est attribuée.",
    ),
    Act(
        "noter",
        "Ajouter une note interne",
        forms.NoteForm,
        lambda request, by, data: actions.add_note(request, by, data["text"]),
        "La note est gardée.",
        even_when_over=True,
    ),
)


def acts_on(request: Request) -> list[Act]:
    """What may be done about a request as it is."""
    return [act for act in ACTS if act.is_possible(request)]
