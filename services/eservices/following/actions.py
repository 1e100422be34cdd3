"""What a resident does about a request that was sent."""

from collections.abc import Mapping, Sequence

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from services.eservices.files.actions import store_file
from services.eservices.files.judging import Judged
from services.eservices.models import AskedDocument, Event, Message, Request
from services.eservices.moves import close, held, move, resume_delay
from services.eservices.notices import tell_department, tell_resident
from services.eservices.states import Move, State, check_open

JudgedFile = tuple[File, Judged]


@transaction.atomic
def write_as_resident(
    request: Request,
    text: str,
    files: Sequence[JudgedFile] = (),
    documents: Mapping[int, JudgedFile] | None = None,
) -> Message:
    """Keep what the requester writes, with files; `documents` answers what was asked, by its key.

    A request that waits goes on once nothing that was asked is missing. Raises WrongState when it is over.
    """
    request = held(request)
    check_open(request.state)
    message = Message.objects.create(request=request, from_resident=True, author=request.user, text=text)
    for file, judged in files:
        store_file(file, judged, request=request, message=message)
    given = []
    for asked in request.asked_documents.filter(pk__in=documents or {}, given_at=None):
        file, judged = documents[asked.pk]
        store_file(file, judged, request=request, message=message, asked=asked)
        asked.given_at = timezone.now()
        asked.save(update_fields=["given_at"])
        given.append(asked.label)
    if given:
        Event.objects.create(request=request, title="Pièces envoyées", text="\n".join(given))
    missing = AskedDocument.objects.filter(request=request, given_at=None).exists()
    if request.state == State.WAITING and not missing:
        resume_delay(request)
        move(request, Move.COMPLETE, title="Réponse envoyée, la demande repart")
    tell_department(request, "Le demandeur a répondu")
    return message


@transaction.atomic
def cancel_request(request: Request) -> None:
    """Give a request up, at its author's wish. Raises WrongState when it is over."""
    request = held(request)
    move(request, Move.CANCEL, title="Demande annulée par son auteur")
    close(request)
    tell_department(request, "Le demandeur a annulé sa demande")
    tell_resident(
        request,
        subject="Votre demande est annulée",
        text="Vous avez annulé votre demande. Vous n’avez rien d’autre à faire.",
    )
