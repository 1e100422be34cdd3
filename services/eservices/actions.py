"""Offering démarches: opening a form, closing it."""

import json
from typing import Any

from django.db import transaction
from django.db.models import Max

from services.eservices.definition.errors import DefinitionError
from services.eservices.definition.parsing import parse
from services.eservices.models import EService, FormVersion


@transaction.atomic
def open_version(eservice: EService, definition: Any) -> FormVersion:
    """Open a new version of a form to residents; drafts and requests that exist keep theirs.

    Raises DefinitionError when the form cannot be used, or asks less than the démarche needs.
    """
    form = parse(definition)
    faults = []
    if eservice.email_required and not form.always_asks_email():
        faults.append(
            "Cette démarche demande une adresse électronique\u00a0: posez à tous, dans une étape sans condition, une "
            "question obligatoire du genre «\u00a0email\u00a0» qui a pour sens «\u00a0email\u00a0»."
        )
    if faults:
        raise DefinitionError(faults)
    held = EService.objects.select_for_update().get(pk=eservice.pk)
    last = held.versions.aggregate(last=Max("number"))["last"] or 0
    return FormVersion.objects.create(eservice=held, number=last + 1, definition=definition)


def import_version(eservice: EService, text: str) -> FormVersion:
    """Open the version that a JSON file describes. Raises DefinitionError."""
    try:
        definition = json.loads(text)
    except ValueError as error:
        raise DefinitionError([f"Ce fichier n’est pas du JSON\u00a0: {error}."]) from error
    return open_version(eservice, definition)


def export_version(version: FormVersion) -> str:
    """The form as a JSON file that `import_version` takes back."""
    return json.dumps(version.definition, ensure_ascii=False, indent=2) + "\n"


@transaction.atomic
def open_eservice(eservice: EService) -> None:
    """Let residents use a démarche. Raises ValueError when it has no form."""
    if not eservice.versions.exists():
        raise ValueError(f"“{eservice}” is {eservice.state} and has no form: open a version first")
    eservice.state = EService.State.OPEN
    eservice.save(update_fields=["state"])


@transaction.atomic
def close_eservice(eservice: EService) -> None:
    """Take no more requests; those that were sent go on. Raises ValueError when it is not open."""
    if not eservice.is_open:
        raise ValueError(f"“{eservice}” is {eservice.state}: only an open one is closed")
    eservice.state = EService.State.CLOSED
    eservice.save(update_fields=["state"])
