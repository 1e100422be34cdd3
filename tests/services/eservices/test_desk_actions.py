"""What agents do: for their own department only, in an order that one table says, each step written down."""

from datetime import timedelta
from itertools import product

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from services.eservices.desk import actions as desk
from services.eservices.desk.access import open_request
from services.eservices.desk.queries import requests_for
from services.eservices.following.actions import cancel_request, write_as_resident
from services.eservices.models import AccessLog, Attachment, EService, Request, Slot
from services.eservices.states import TRANSITIONS, Move, State, WrongState, next_state
from services.outbox.models import Mail
from tests.services.eservices.resident import BIRTH, ROOM, ROOT, STREET
from tests.services.eservices.sent import send_now


def agent_of(eservice: EService, name: str = "agent"):
    user = get_user_model().objects.create_user(name, f"{name}@essai.example", "un mot de passe d’essai")
    user.groups.add(eservice.department.agents)
    return user


@pytest.fixture
def agent(town):
    return agent_of(town[BIRTH])


@pytest.fixture
def sent(town) -> Request:
    return send_now(town[BIRTH])


@pytest.mark.parametrize(("state", "move"), list(product(State, Move)))
def test_the_table_alone_says_what_may_follow(state, move):
    allowed, then = TRANSITIONS[move]
    if state in allowed:
        assert next_state(state, move) == then
    else:
        with pytest.raises(WrongState, match=f"“{state.value}”"):
            next_state(state, move)


def test_every_state_is_come_to_and_the_last_ones_are_left_no_more():
    reached = {then for _, then in TRANSITIONS.values()}
    assert reached | {State.SENT} == set(State)
    left = set().union(*(allowed for allowed, _ in TRANSITIONS.values()))
    assert set(State) - left == {State.ACCEPTED, State.REFUSED, State.DEALT_WITH, State.CANCELLED}


def test_from_sent_to_accepted(sent, agent):
    desk.take_request(sent, agent)
    desk.ask_resident(sent, agent, "Quel est votre second prénom\u00a0?")
    write_as_resident(sent, "Marie.")
    desk.add_note(sent, agent, "Vérifié au registre.")
    desk.decide(sent, agent, accepted=True, text="")
    sent.refresh_from_db()
    assert sent.state == "accepted" and sent.closed_at and sent.silence_on is None and sent.appeal == ""
    states = [event.state for event in sent.events.all() if event.state]
    assert states == ["sent", "in progress", "waiting", "in progress", "accepted"]
    assert [event.title for event in sent.events.filter(shown=False)] == ["Note interne"]


def test_a_refusal_gives_its_reasons_and_the_ways_of_appeal(sent, agent):
    desk.take_request(sent, agent)
    with pytest.raises(ValueError, match="reasons"):
        desk.decide(sent, agent, accepted=False, text=" ")
    EService.objects.update(appeal="")
    with pytest.raises(ValueError, match="ways of appeal"):
        desk.decide(sent, agent, accepted=False, text="Motif.")
    sent.refresh_from_db()
    assert sent.state == "in progress"
    desk.decide(sent, agent, accepted=False, text="Motif.", appeal="Deux mois, au tribunal.")
    sent.refresh_from_db()
    assert (sent.state, sent.decision, sent.appeal) == ("refused", "Motif.", "Deux mois, au tribunal.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.filter(pk=sent.pk).update(appeal="")


@pytest.mark.parametrize(
    "act",
    [
        lambda request, agent: desk.take_request(request, agent),
        lambda request, agent: desk.assign_request(request, agent, agent),
        lambda request, agent: desk.ask_resident(request, agent, "Quoi\u00a0?"),
        lambda request, agent: desk.answer_resident(request, agent, "Bonjour."),
        lambda request, agent: desk.decide(request, agent, accepted=True, text=""),
        lambda request, agent: desk.deal_with(request, agent, "Fait."),
        lambda request, agent: cancel_request(request),
        lambda request, agent: write_as_resident(request, "Bonjour."),
    ],
)
def test_nothing_is_done_any_more_to_a_request_that_is_over(act, sent, agent):
    cancel_request(sent)
    before = (Mail.objects.count(), sent.events.count(), sent.messages.count())
    with pytest.raises(WrongState, match="“cancelled”"):
        act(sent, agent)
    assert (Mail.objects.count(), sent.events.count(), sent.messages.count()) == before


def test_an_action_looks_at_the_state_in_the_database_and_not_at_an_old_copy(sent, agent):
    old = Request.objects.get(pk=sent.pk)
    desk.take_request(sent, agent)
    with pytest.raises(WrongState):
        desk.take_request(old, agent)


@pytest.mark.parametrize(
    "act",
    [
        lambda request, agent: desk.take_request(request, agent),
        lambda request, agent: desk.add_note(request, agent, "Note."),
        lambda request, agent: desk.answer_resident(request, agent, "Bonjour."),
        lambda request, agent: open_request(request, agent),
    ],
)
def test_another_department_may_do_and_see_nothing(act, sent, town):
    stranger = agent_of(town[STREET], "autre")
    with pytest.raises(PermissionDenied):
        act(sent, stranger)
    assert not requests_for(stranger).exists() and not AccessLog.objects.exists()
    sent.refresh_from_db()
    assert sent.state == "sent"


def test_a_request_is_given_to_a_colleague_and_to_nobody_else(sent, agent, town):
    colleague, stranger = agent_of(town[BIRTH], "collegue"), agent_of(town[STREET], "autre")
    desk.assign_request(sent, agent, colleague)
    sent.refresh_from_db()
    assert sent.assigned_to == colleague
    with pytest.raises(PermissionDenied):
        desk.assign_request(sent, agent, stranger)


def test_what_says_nothing_is_refused(sent, agent):
    desk.take_request(sent, agent)
    for act in (
        lambda: desk.ask_resident(sent, agent, " ", [" "]),
        lambda: desk.add_note(sent, agent, " "),
        lambda: desk.answer_resident(sent, agent, " "),
        lambda: desk.deal_with(sent, agent, " "),
    ):
        with pytest.raises(ValueError):
            act()
    assert sent.events.count() == 2


@pytest.mark.parametrize(("silence", "days"), [("refuses", 10), ("accepts", None)])
def test_the_delay_stops_while_documents_are_missing(sent, agent, silence, days):
    EService.objects.update(silence=silence)
    desk.take_request(sent, agent)
    desk.ask_resident(sent, agent, "", ["Pièce d’identité", "Justificatif"])
    before = Request.objects.get(pk=sent.pk).silence_on - timedelta(days=5)
    Request.objects.update(waiting_since=timezone.now() - timedelta(days=10), silence_on=before)
    write_as_resident(sent, "J’arrive.")
    sent.refresh_from_db()
    assert sent.state == "waiting", "both documents are still missing"
    sent.asked_documents.update(given_at=timezone.now())
    write_as_resident(sent, "Voilà.")
    sent.refresh_from_db()
    assert sent.state == "in progress" and sent.waiting_since is None
    assert sent.silence_on == (before + timedelta(days=days) if days else before + timedelta(days=5))


def test_what_an_agent_reads_is_noted(town):
    request = send_now(town[ROOM])
    reader, stranger = agent_of(town[ROOM], "gardien"), agent_of(town[STREET], "autre")
    attachment = Attachment.objects.get()
    client, other = Client(), Client()
    client.force_login(reader)
    other.force_login(stranger)
    address = f"{ROOT}fichiers/{attachment.identifier}/"
    assert (client.get(address).status_code, other.get(address).status_code) == (200, 404)
    open_request(request, reader)
    assert [(log.by, log.what) for log in AccessLog.objects.order_by("pk")] == [
        (reader, "Fichier téléchargé\u00a0: attestation.pdf"),
        (reader, "Demande consultée"),
    ]


def test_a_refused_request_gives_its_slot_back_and_an_accepted_one_keeps_it(town):
    agent = agent_of(town[ROOM])
    for accepted, taken in ((False, 0), (True, 1)):
        request = send_now(town[ROOM])
        desk.take_request(request, agent)
        desk.decide(request, agent, accepted=accepted, text="Motif.")
        assert Slot.objects.get(pk=request.slot_id).taken == taken


def test_a_report_is_dealt_with_and_its_anonymous_author_is_written_to_by_nobody(town):
    request = send_now(town[STREET])
    agent = agent_of(town[STREET])
    desk.take_request(request, agent)
    desk.deal_with(request, agent, "Le trou est bouché.")
    request.refresh_from_db()
    assert (request.state, request.decision) == ("dealt with", "Le trou est bouché.")
    assert not Mail.objects.filter(to__contains="essai").exists()
