"""Following a request: who may, what is read there, what one may do."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from services.eservices.desk.actions import answer_resident, ask_resident, decide, take_request
from services.eservices.following import views
from services.eservices.following.tasks import send_link
from services.eservices.models import Attachment, FollowLink, Message, Request, Slot
from services.outbox.models import Mail
from tests.services.eservices.files import pdf
from tests.services.eservices.resident import BIRTH, ROOM, ROOT, STREET, Resident, upload
from tests.services.eservices.sent import send_now


@pytest.fixture
def sent(town, resident) -> Request:
    """A request that the resident's browser may follow."""
    request = send_now(town[BIRTH])
    resident.get(link_in(Mail.objects.get()))
    return request


@pytest.fixture
def agent(town):
    user = get_user_model().objects.create_user("agent", "agent@essai.example", "un mot de passe d’essai")
    user.groups.add(town[BIRTH].department.agents)
    return user


@pytest.fixture
def worker(monkeypatch):
    """The task worker, which does at once what it is given."""
    given = []

    def enqueue(*args):
        given.append(args)
        send_link.func(*args)

    monkeypatch.setattr(views.send_link.__class__, "enqueue", lambda task, *args: enqueue(*args))
    return given


def link_in(mail: Mail) -> str:
    return re.search(r"http://localhost(/services-en-ligne/suivi/lien/\S+)", mail.text)[1]


def follow(request: Request, client: Client) -> Resident:
    visitor = Resident(client)
    visitor.get(f"{ROOT}suivi/{request.number}/")
    return visitor


def test_by_number_and_address_a_link_is_sent_that_opens_the_request(sent, worker):
    Mail.objects.all().delete()
    visitor = Resident(Client())
    visitor.get(f"{ROOT}suivi/")
    visitor.answer({"number": sent.number.lower().replace("-", " "), "email": "AWA@essai.example", "secret": ""})
    assert visitor.page.h1.text == "Regardez vos courriels"
    visitor.get(link_in(Mail.objects.get(to="awa@essai.example")))
    assert visitor.path == f"{ROOT}suivi/{sent.number}/" and "Diallo" in visitor.words


def test_the_page_says_and_does_the_same_whether_the_request_exists_or_not(sent, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    answers, counts = [], []
    for number, email in (
        (sent.number, "awa@essai.example"),
        (sent.number, "autre@essai.example"),
        ("D-2026-AAAA-AAAA", "awa@essai.example"),
    ):
        visitor = Client()
        with CaptureQueriesContext(
            connection,
        ) as queries:
            response = visitor.post(f"{ROOT}suivi/", {"number": number, "email": email, "secret": ""})
        answers.append(re.sub(r'value="[^"]{64}"', "", response.content.decode()))
        counts.append([re.sub(r"'[^']*'|\d+", "?", query["sql"])[:60] for query in queries])
    assert answers[0] == answers[1] == answers[2] and "Regardez vos courriels" in answers[0]
    assert counts[1] == counts[2] and len(counts[0]) == len(counts[1])


def test_a_wrong_address_gets_nothing(sent, worker):
    Mail.objects.all().delete()
    for number, email in ((sent.number, "autre@essai.example"), ("D-2026-AAAA-AAAA", "awa@essai.example")):
        Client().post(f"{ROOT}suivi/", {"number": number, "email": email})
    assert len(worker) == 2 and not Mail.objects.exists()


def test_tries_are_counted(sent):
    for _ in range(views.MOST_TRIES):
        Client().post(f"{ROOT}suivi/", {"number": sent.number, "secret": "AAAA"})
    visitor = Resident(Client())
    visitor.post(f"{ROOT}suivi/", {"number": sent.number, "secret": "AAAA"})
    assert visitor.response.status_code == 429 and "dans une heure" in visitor.page.select_one("#erreurs").text


def test_an_anonymous_report_is_followed_by_its_code_alone(resident):
    request = resident.send(STREET)
    secret = resident.page.select_one(".secret strong").text
    visitor = Resident(Client())
    for number, wrong in ((request.number, "AAAA-AAAA-AAAA-AAAA"), (request.number, "…"), ("D-2026-AAAA-AAAA", secret)):
        visitor.post(f"{ROOT}suivi/", {"number": number, "secret": wrong})
        assert "Aucune demande ne correspond" in visitor.errors()[0]
    visitor.post(f"{ROOT}suivi/", {"number": request.number, "email": "ana@essai.example"})
    visitor.get(f"{ROOT}suivi/{request.number}/")
    assert visitor.response.status_code == 404
    visitor.post(f"{ROOT}suivi/", {"number": request.number, "secret": secret.lower().replace("-", " ")})
    assert "Un trou profond." in visitor.words


def test_a_request_with_an_address_has_no_code_to_guess(sent):
    for secret in ("", "…", " "):
        visitor = Resident(Client())
        visitor.post(f"{ROOT}suivi/", {"number": sent.number, "secret": secret})
        visitor.get(f"{ROOT}suivi/{sent.number}/")
        assert visitor.response.status_code == 404


def test_nothing_opens_by_guessing(sent, a_pdf, resident):
    """Pages, files and actions of somebody else's request or draft look as if they were not there."""
    other = resident.send(ROOM)
    attachment = Attachment.objects.get()
    resident.start(BIRTH)
    stranger = Client()
    numbers, pages = (
        (sent.number, other.number, "D-2026-AAAA-AAAA"),
        ("", "envoyee/", "accuse-de-reception/", "annuler/"),
    )
    addresses = [f"{ROOT}suivi/{number}/{page}" for number in numbers for page in pages]
    addresses += [f"{ROOT}fichiers/{attachment.identifier}/", f"{ROOT}suivi/lien/x/", f"{ROOT}reprendre/x/"]
    for address in addresses:
        for answer in (stranger.get(address), stranger.post(address, {"text": "x"})):
            assert answer.status_code in (404, 405), address
    assert not Message.objects.exists() and {one.state for one in Request.objects.all()} == {"sent"}
    answer = stranger.get(f"{ROOT}{BIRTH}/acte/")
    assert answer.status_code == 302 and answer["Location"].endswith("?perdu=1")


def test_a_file_is_given_to_its_sender_to_be_kept_and_not_run(resident, settings):
    request = resident.send(ROOM)
    attachment = Attachment.objects.get()
    assert attachment.request == request and attachment.draft is None
    answer = resident.client.get(f"{ROOT}fichiers/{attachment.identifier}/")
    assert answer["Content-Disposition"] == 'attachment; filename="attestation.pdf"'
    assert answer["X-Content-Type-Options"] == "nosniff" and "no-store" in answer["Cache-Control"]
    assert b"".join(answer.streaming_content) == pdf()
    assert settings.MEDIA_ROOT not in settings.PARVIS_PRIVATE_FILES.parents


def test_a_session_forgets_what_it_opened(sent, resident, monkeypatch):
    from services.eservices.following import access

    address = f"{ROOT}suivi/{sent.number}/"
    assert resident.client.get(address).status_code == 200
    later = access.time.time() + access.SECONDS + 1
    monkeypatch.setattr(access.time, "time", lambda: later)
    assert resident.client.get(address).status_code == 404


def test_a_link_opens_for_a_while_only(sent):
    link = link_in(Mail.objects.get(to="awa@essai.example"))
    FollowLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    answer = Client().get(link)
    assert answer.status_code == 404 and "n’ouvre plus rien" in answer.content.decode()


def test_who_has_an_account_follows_without_a_link(client, town, resident):
    user = get_user_model().objects.create_user("awa", "awa@essai.example", "un mot de passe d’essai")
    client.force_login(user)
    request = resident.send(BIRTH)
    assert request.user == user
    elsewhere, stranger = Client(), Client()
    elsewhere.force_login(user)
    stranger.force_login(get_user_model().objects.create_user("autre"))
    address = f"{ROOT}suivi/{request.number}/"
    assert (elsewhere.get(address).status_code, stranger.get(address).status_code) == (200, 404)


def test_a_missing_document_is_asked_and_given_in_place(sent, agent, resident):
    take_request(sent, agent)
    ask_resident(sent, agent, "La photo est floue.", ["Pièce d’identité", " "])
    visitor = follow(sent, resident.client)
    assert "En attente de votre réponse" in visitor.words and "La photo est floue." in visitor.words
    field = visitor.page.find("input", type="file")
    visitor.answer({"text": "La voici.", field["name"]: upload("carte.exe", pdf())})
    assert any("format n’est pas accepté" in error for error in visitor.errors())
    assert visitor.page.find("textarea").text.strip() == "La voici."
    visitor.answer({"text": "La voici.", field["name"]: upload("carte.pdf")})
    assert "Votre message est envoyé." in visitor.words and "carte.pdf" in visitor.words
    sent.refresh_from_db()
    assert sent.state == "in progress" and sent.asked_documents.get().given_at
    told = Mail.objects.get(to="etat-civil@merlonges.example")
    assert sent.number in told.subject and "La voici." not in told.text


def test_messages_go_both_ways_and_each_change_is_written(sent, agent, resident):
    Mail.objects.all().delete()
    visitor = follow(sent, resident.client)
    visitor.answer({"text": ""})
    assert "Écrivez votre message." in visitor.errors()[0]
    visitor.answer({"text": "Est-ce long\u00a0?", "files": [upload("a.pdf"), upload("b.pdf")]})
    take_request(sent, agent)
    answer_resident(sent, agent, "Deux jours.")
    visitor.get(visitor.path.partition("?")[0])
    assert [title.text.strip() for title in visitor.page.select(".message h3")] == ["Vous", "Le service État civil"]
    assert Attachment.objects.filter(message__from_resident=True).count() == 2
    subjects = list(Mail.objects.filter(to="awa@essai.example").order_by("pk").values_list("subject", flat=True))
    assert subjects == [f"Votre demande est à l’étude ({sent.number})", f"Un message vous attend ({sent.number})"]
    assert all("Deux jours." not in mail.text for mail in Mail.objects.all())


def test_a_decision_is_read_with_its_reasons_and_the_ways_of_appeal(sent, agent, resident):
    from services.eservices.files.judging import judge_file

    take_request(sent, agent)
    letter = upload("decision.pdf")
    decide(sent, agent, accepted=False, text="Cette personne n’est pas née ici.", files=[(letter, judge_file(letter))])
    visitor = follow(sent, resident.client)
    for wanted in ("Refusée", "n’est pas née ici", "tribunal administratif", "decision.pdf"):
        assert wanted in visitor.words
    assert not visitor.page.find("textarea")
    assert visitor.response.client.post(visitor.path, {"text": "Si."}).status_code == 302
    assert not Message.objects.exists()


def test_a_resident_cancels_after_confirming_and_the_slot_is_free_again(resident):
    request = resident.send(ROOM)
    assert Slot.objects.get(pk=request.slot_id).taken == 1
    resident.get(f"{ROOT}suivi/{request.number}/annuler/")
    request.refresh_from_db()
    assert request.state == "sent"
    resident.post(f"{ROOT}suivi/{request.number}/annuler/", {})
    request.refresh_from_db()
    assert request.state == "cancelled" and Slot.objects.get(pk=request.slot_id).taken == 0
    resident.post(f"{ROOT}suivi/{request.number}/annuler/", {})
    assert Slot.objects.get(pk=request.slot_id).taken == 0 and "Annulée" in resident.words
    assert request.events.filter(state="cancelled").count() == 1


def test_forms_are_protected_against_forged_requests(sent):
    strict = Client(enforce_csrf_checks=True)
    for path in (f"{BIRTH}/commencer/", "suivi/", f"suivi/{sent.number}/annuler/"):
        assert strict.post(f"{ROOT}{path}").status_code == 403
