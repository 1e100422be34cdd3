"""From the introduction to the confirmation: what one reads, what is kept, what is written to whom."""

import pytest
from django.test import Client

from services.eservices.models import Attachment, Draft, Request, Slot
from services.outbox.models import Mail
from tests.services.eservices.resident import BIRTH, ROOM, ROOT, STREET, Resident, steps_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("slug", [BIRTH, ROOM, STREET])
def test_a_request_is_filled_in_step_by_step_and_sent(resident, slug):
    request = resident.send(slug)
    assert request.number in resident.words and request.state == "sent"
    assert resident.page.h1.text == "Votre demande est envoyée"
    assert [step["title"] for step in request.answers] == [
        step.title for step in request.version.form.steps if step.key in steps_of(slug)
    ]
    assert Draft.objects.get().sent_at and not Draft.objects.get().steps.exists()
