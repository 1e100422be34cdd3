"""The desk in the administration: agents find what is theirs, act on it, and see nothing of other departments."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from services.eservices.desk.actions import take_request
from services.eservices.models import AccessLog, Request
from services.eservices.states import State
from services.outbox.models import Mail
from tests.services.eservices.resident import BIRTH, ROOM, STREET
from tests.services.eservices.sent import send_now
from tests.services.eservices.test_desk_actions import agent_of

QUEUE = "/admin/demandes/"


@pytest.fixture
def agent(client, town):
    agent = agent_of(town[BIRTH])
    client.force_login(agent)
    return agent


@pytest.fixture
def sent(town) -> Request:
    return send_now(town[BIRTH])


def page(client, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200, answer
    return BeautifulSoup(answer.content, "html5lib")


def of(request: Request, act: str = "") -> str:
    return f"{QUEUE}{request.pk}/{act and act + '/'}"


def numbers(html: BeautifulSoup) -> list[str]:
    return [link.text.strip() for link in html.select("td.title a[href^='/admin/demandes/']")]


def test_agents_find_the_requests_of_their_department_alone(client, agent, sent, town):
    other = send_now(town[STREET])
    html = page(client, QUEUE)
    assert numbers(html) == [sent.number]
    assert "1 à prendre en charge" in html.text and other.number not in html.text
    assert client.get(of(other)).status_code == 404
    assert client.get(of(other, "noter")).status_code == 404
    assert client.post(of(other, "prendre-en-charge")).status_code == 404
    assert not AccessLog.objects.filter(request=other).exists()


def test_who_works_for_no_department_has_no_desk(client, sent):
    editor = get_user_model().objects.create_user("redacteur")
    editor.groups.add(sent.eservice.department.agents)
    sent.eservice.department.agents.user_set.clear()
    client.force_login(editor)
    for address in (QUEUE, of(sent), of(sent, "noter")):
        assert client.get(address).status_code == 302, address


def test_the_list_is_filtered_and_searched(client, agent, sent, town):
    late = send_now(town[BIRTH])
    Request.objects.filter(pk=late.pk).update(answer_on="2020-01-01", email="ben@essai.example")
    take_request(sent, agent)
    assert numbers(page(client, QUEUE)) == [late.number, sent.number]
    assert numbers(page(client, f"{QUEUE}?late=true")) == [late.number]
    assert numbers(page(client, f"{QUEUE}?mine=true")) == [sent.number]
    assert numbers(page(client, f"{QUEUE}?state=sent")) == [late.number]
    assert numbers(page(client, f"{QUEUE}?q=ben@essai")) == [late.number]
    assert "Aucune demande ne correspond" in page(client, f"{QUEUE}?state=refused").text
    assert "en retard" in page(client, QUEUE).text


def test_the_list_asks_the_database_as_much_for_many_requests(client, agent, town, django_assert_max_num_queries):
    send_now(town[BIRTH])
    page(client, QUEUE)
    with django_assert_max_num_queries(80) as few:
        page(client, QUEUE)
    for _ in range(6):
        take_request(send_now(town[BIRTH]), agent)
    with django_assert_max_num_queries(len(few)):
        page(client, QUEUE)


def test_the_list_is_exported(client, agent, sent):
    answer = client.get(f"{QUEUE}?export=csv")
    assert answer["Content-Type"].startswith("text/csv")
    assert sent.number in b"".join(answer.streaming_content).decode()


def test_a_request_is_shown_whole_and_its_reading_noted(client, agent, sent):
    html = page(client, of(sent))
    shown = " ".join(html.text.split())
    for text in (sent.number, "awa@essai.example", "Diallo", "27 mars 1985", "Une copie intégrale"):
        assert text in shown
    assert AccessLog.objects.get().by == agent
    assert "Prendre en charge" in html.text and "Accepter" not in html.text


def test_from_sent_to_refused_by_the_screens(client, agent, sent):
    client.post(of(sent, "prendre-en-charge"))
    client.post(of(sent, "noter"), {"text": "Appeler l’état civil de Nantes."})
    client.post(of(sent, "demander"), {"text": "La photo est floue.", "documents": "Pièce d’identité\n\nLivret"})
    sent.refresh_from_db()
    assert (sent.state, sent.assigned_to) == (State.WAITING, agent)
    assert [document.label for document in sent.asked_documents.all()] == ["Pièce d’identité", "Livret"]
    Request.objects.update(state=State.IN_PROGRESS)
    refused = client.post(of(sent, "refuser"), {"text": "", "appeal": sent.eservice.appeal})
    assert "Écrivez les raisons du refus." in refused.content.decode()
    client.post(of(sent, "refuser"), {"text": "Aucun acte à ce nom.", "appeal": sent.eservice.appeal})
    sent.refresh_from_db()
    assert (sent.state, sent.decision) == (State.REFUSED, "Aucun acte à ce nom.")
    shown = page(client, of(sent)).text
    assert "Note interne (entre agents)" in shown and "Nantes" in shown and "Aucun acte à ce nom." in shown
    assert Mail.objects.filter(to="awa@essai.example", subject__contains="refusée").exists()


def test_a_report_is_dealt_with_and_not_decided(client, town):
    report = send_now(town[STREET])
    client.force_login(agent_of(town[STREET]))
    client.post(of(report, "prendre-en-charge"))
    acts = page(client, of(report)).text
    assert "Dire que c’est traité" in acts and "Refuser" not in acts
    client.post(of(report, "traiter"), {"text": "Le trou est bouché."})
    report.refresh_from_db()
    assert report.state == State.DEALT_WITH


def test_a_request_is_given_to_an_agent_of_the_department_only(client, agent, sent, town):
    colleague, stranger = agent_of(town[BIRTH], "collegue"), agent_of(town[STREET], "voirie")
    assert client.post(of(sent, "attribuer"), {"to": stranger.pk}).status_code == 200
    client.post(of(sent, "attribuer"), {"to": colleague.pk})
    sent.refresh_from_db()
    assert sent.assigned_to == colleague


def test_an_action_that_the_state_no_longer_allows_loses_nothing(client, agent, sent):
    """Two agents at once: the second is told, and what was typed is still there."""
    client.post(of(sent, "prendre-en-charge"))
    Request.objects.update(state=State.CANCELLED)
    answer = client.post(of(sent, "accepter"), {"text": "Votre acte part demain."})
    assert answer.status_code == 409
    html = BeautifulSoup(answer.content, "html5lib")
    assert html.find("textarea", {"name": "text"}).text.strip() == "Votre acte part demain."
    assert "la demande a changé" in html.text
    assert "n’est plus possible" in page(client, of(sent, "accepter")).text
    sent.refresh_from_db()
    assert (sent.state, sent.decision) == (State.CANCELLED, "")


def test_no_address_adds_edits_or_deletes_a_request(client, agent, sent):
    for name in ("add", "edit", "delete"):
        with pytest.raises(Exception, match="NoReverseMatch|Reverse"):
            reverse(f"eservice_requests:{name}", args=[sent.pk] if name != "add" else [])


def test_a_hostile_file_is_refused_and_the_text_kept(client, agent, sent):
    file = SimpleUploadedFile("acte.pdf", b"MZ\x90\x00")
    answer = client.post(of(sent, "ecrire"), {"text": "Voici l’acte.", "files": [file]})
    html = BeautifulSoup(answer.content, "html5lib")
    assert "acte.pdf" in html.select_one(".error-message").text
    assert html.find("textarea", {"name": "text"}).text.strip() == "Voici l’acte."


def test_the_room_keeps_its_slot_once_accepted(client, town):
    request = send_now(town[ROOM])
    client.force_login(agent_of(town[ROOM]))
    client.post(of(request, "prendre-en-charge"))
    client.post(of(request, "accepter"), {"text": "À bientôt."})
    request.refresh_from_db()
    assert (request.state, request.slot.taken) == (State.ACCEPTED, 1)
    assert "Créneau" in page(client, of(request)).text
