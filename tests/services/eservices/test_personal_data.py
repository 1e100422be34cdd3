"""What the démarches hold on somebody is given to them; drafts go with the account, requests stay with the town."""

import json

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model

from services.accounts.actions import delete_account
from services.accounts.holdings import holdings_on
from services.eservices.files.actions import keep_answer
from services.eservices.filling.actions import save_step, start_draft
from services.eservices.models import Attachment, Draft, Request
from services.eservices.personal_data import RequestData
from tests.services.eservices.resident import BIRTH, ROOM, STREET, upload
from tests.services.eservices.sent import send_now


@pytest.fixture
def awa(db):
    """The holder of the address that the answers of the tests give."""
    user = get_user_model().objects.create_user("awa", email="awa@essai.example", password="cinq rivières")
    EmailAddress.objects.create(user=user, email="awa@essai.example", verified=True, primary=True)
    return user


@pytest.fixture
def draft(awa, town) -> Draft:
    """A draft of the account, with a file."""
    draft, _ = start_draft(town[ROOM], awa)
    save_step(draft, "salle", {"pour_quoi": "reunion"})
    keep_answer(upload(), draft, "assurance")
    return draft


def test_requests_and_drafts_are_exported_and_nothing_of_others(awa, draft, town):
    sent, anonymous = send_now(town[BIRTH]), send_now(town[STREET])
    data = RequestData(awa).export()
    assert [request["Numéro"] for request in data["Demandes"]] == [sent.number]
    assert data["Demandes"][0]["Réponses"] == sent.answers
    assert [step["salle"] for step in (one["Étapes"] for one in data["Brouillons"])] == [{"pour_quoi": "reunion"}]
    assert anonymous.number not in json.dumps(data)


def test_an_address_that_is_not_proven_gives_nothing(awa, town):
    send_now(town[BIRTH])
    EmailAddress.objects.update(verified=False)
    assert RequestData(awa).export() == {"Demandes": [], "Brouillons": []}


def test_the_account_goes_with_its_drafts_and_leaves_its_requests(awa, draft, town, django_capture_on_commit_callbacks):
    sent = send_now(town[BIRTH])
    Request.objects.update(user=awa)
    file = Attachment.objects.get(draft=draft).file
    assert RequestData in [type(holding) for holding in holdings_on(awa)]
    with django_capture_on_commit_callbacks(execute=True):
        delete_account(awa)
    assert not Draft.objects.filter(pk=draft.pk).exists()
    assert not file.storage.exists(file.name)
    sent.refresh_from_db()
    assert sent.user is None
