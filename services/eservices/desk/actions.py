"""What agents do about a request. Each action is for agents of the department in charge only."""

from collections.abc import Sequence

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from services.eservices.desk.permissions import check_agent
from services.eservices.files.actions import store_file
from services.eservices.following.actions import JudgedFile
from services.eservices.models import AskedDocument, Event, Message, Request
from services.eservices.moves import close, held, move, suspend_delay
from services.eservices.notices import tell_resident
from services.eservices.states import Move, check_open


def _held_by(request: Request, by: AbstractBaseUser) -> Request:
    check_agent(by, request)
    return held(request)


@transaction.atomic
def take_request(request: Request, by: AbstractBaseUser) -> Request:
    """Begin to deal with a request that was sent. Raises WrongState, PermissionDenied."""
    request = _held_by(request, by)
    request.assigned_to = by
    move(request, Move.TAKE, title="Demande prise en charge", by=by)
    tell_resident(request, subject="Votre demande est à l’étude", text="Un agent a pris votre demande en charge.")
    return request


@transaction.atomic
def assign_request(request: Request, by: AbstractBaseUser, to: AbstractBaseUser) -> Request:
    """Give an open request to an agent of the same department. Raises WrongState, PermissionDenied."""
    request = _held_by(request, by)
    check_open(request.state)
    check_agent(to, request)
    request.assigned_to = to
    request.save(update_fields=["assigned_to"])
    Event.objects.create(request=request, by=by, title="Demande attribuée", text=str(to), shown=False)
    return request


@transaction.atomic
def ask_resident(request: Request, by: AbstractBaseUser, text: str, documents: Sequence[str] = ()) -> Message:
    """Ask the requester for an answer, and for documents by their names; the delay stops meanwhile.

    Raises WrongState, PermissionDenied, ValueError when nothing is asked.
    """
    request = _held_by(request, by)
    labels = [label.strip() for label in documents if label.strip()]
    if not text.strip() and not labels:
        raise ValueError(f"request {request.number}: nothing is asked of the resident")
    suspend_delay(request)
    move(request, Move.ASK_RESIDENT, title="Réponse ou pièces demandées", text="\n".join(labels), by=by)
    AskedDocument.objects.bulk_create(AskedDocument(request=request, label=label) for label in labels)
    message = Message.objects.create(request=request, from_resident=False, author=by, text=text)
    wanted = "".join(f"\n- {label}" for label in labels)
    tell_resident(
        request,
        subject="Votre demande attend votre réponse",
        text="Nous avons besoin d’une réponse de votre part pour continuer."
        + (f"\n\nPièces demandées\u00a0:{wanted}" if wanted else ""),
    )
    return message


@transaction.atomic
def add_note(request: Request, by: AbstractBaseUser, text: str) -> Event:
    """Keep a note among agents. Raises PermissionDenied, ValueError for an empty one."""
    request = _held_by(request, by)
    if not text.strip():
        raise ValueError(f"request {request.number}: the note is empty")
    return Event.objects.create(request=request, by=by, title="Note interne", text=text, shown=False)


@transaction.atomic
def answer_resident(request: Request, by: AbstractBaseUser, text: str, files: Sequence[JudgedFile] = ()) -> Message:
    """Write to the requester without changing the state. Raises WrongState, PermissionDenied, ValueError."""
    request = _held_by(request, by)
    check_open(request.state)
    if not text.strip():
        raise ValueError(f"request {request.number}: the message is empty")
    message = Message.objects.create(request=request, from_resident=False, author=by, text=text)
    for file, judged in files:
        store_file(file, judged, request=request, message=message)
    tell_resident(request, subject="Un message vous attend", text="Nous vous avons écrit au sujet de votre demande.")
    return message


@transaction.atomic
def decide(
    request: Request,
    by: AbstractBaseUser,
    *,
    accepted: bool,
    text: str,
    appeal: str = "",
    files: Sequence[JudgedFile] = (),
) -> Request:
    """Accept or refuse. A refusal gives its reasons and says how to appeal (CRPA, L. 211-2, R. 421-5 of the CJA).

    `appeal`: what the démarche says, unless told otherwise. Raises WrongState, PermissionDenied, ValueError.
    """
    request = _held_by(request, by)
    request.decision = text.strip()
    request.appeal = "" if accepted else appeal.strip() or request.eservice.appeal.strip()
    if not accepted and not (request.decision and request.appeal):
        raise ValueError(f"request {request.number}: a refusal needs its reasons and the ways of appeal")
    if accepted:
        move(request, Move.ACCEPT, title="Demande acceptée", by=by)
    else:
        move(request, Move.REFUSE, title="Demande refusée", by=by)
    for file, judged in files:
        store_file(file, judged, request=request, is_decision=True)
    close(request)
    tell_resident(
        request,
        subject="Votre demande est acceptée" if accepted else "Votre demande est refusée",
        text="La décision est à lire dans le suivi de votre demande.",
    )
    return request


@transaction.atomic
def deal_with(request: Request, by: AbstractBaseUser, text: str) -> Request:
    """Say that what was reported is dealt with, and how. Raises WrongState, PermissionDenied, ValueError."""
    request = _held_by(request, by)
    if not text.strip():
        raise ValueError(f"request {request.number}: say what was done")
    request.decision = text.strip()
    move(request, Move.DEAL_WITH, title="Signalement traité", by=by)
    close(request)
    tell_resident(request, subject="Votre signalement est traité", text="Ce que nous avons fait est dans le suivi.")
    return request
