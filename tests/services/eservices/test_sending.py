"""Sending: all or nothing, once, with the acknowledgement that the law describes."""

import threading
from datetime import date

import pytest
from django.db import connection
from django.utils import timezone

from services.eservices.answers.dates import in_words
from services.eservices.filling.actions import AlreadySent, save_step, start_draft
from services.eservices.models import DraftStep, EService, Request, Slot
from services.eservices.sending import actions as sending
from services.eservices.sending.actions import Incomplete, SlotTaken, send_request
from services.eservices.sending.numbers import new_number, number_typed
from services.eservices.wording import months_later
from services.outbox.delivery import send_due
from services.outbox.models import Mail
from tests.services.eservices.resident import BIRTH, ROOM, ROOT, STREET
from tests.services.eservices.sent import ready
from tests.services.outbox.conftest import letterbox

__all__ = ["letterbox"]


def test_the_acknowledgement_has_what_the_law_asks_for(resident, town):
    request = resident.send(BIRTH)
    mail = Mail.objects.get(to="awa@essai.example")
    department = town[BIRTH].department
    after_two_months = months_later(timezone.localdate(), 2)
    assert request.silence_on == after_two_months and mail.reply_to == department.email
    for wanted in (
        *(request.number, department.name, department.address, department.phone, department.email),
        *(in_words(timezone.localdate()), in_words(after_two_months), "sera réputée rejetée", "L.\u00a0231-4"),
        *("tribunal administratif", "si votre dossier est complet", "http://localhost/services-en-ligne/suivi/lien/"),
    ):
        assert wanted in mail.text, wanted
    assert "&" not in mail.text and "Diallo" not in mail.text
    resident.get(f"{ROOT}suivi/{request.number}/accuse-de-reception/")
    assert "sera réputée rejetée" in resident.words and "tribunal administratif" in resident.words


def test_where_silence_accepts_it_speaks_of_the_attestation(resident, town):
    EService.objects.filter(slug=BIRTH).update(silence="accepts")
    resident.send(BIRTH)
    text = Mail.objects.get(to="awa@essai.example").text
    assert "sera réputée acceptée" in text and "L.\u00a0232-3" in text and "tribunal" not in text


def test_a_report_calls_for_no_decision_and_says_nothing_of_silence(resident):
    request = resident.send(STREET, reponse={"courriel": "ana@essai.example"})
    assert request.silence_on is None
    text = Mail.objects.get(to="ana@essai.example").text
    assert "réputée" not in text and "tribunal" not in text


def test_an_anonymous_report_gives_a_code_and_no_mail(resident):
    request = resident.send(STREET)
    secret = resident.page.select_one(".secret strong").text
    assert len(secret) == 19 and not request.email and not Mail.objects.exists()
    assert secret not in str(Request.objects.values()) and request.secret_hash


def test_a_draft_that_lacks_something_is_not_sent(town):
    draft = ready(town[BIRTH])
    save_step(draft, "personne", {})
    with pytest.raises(Incomplete, match="personne") as caught:
        send_request(draft)
    assert caught.value.step == "personne" and not Request.objects.exists()


def test_a_sent_draft_is_sent_no_more_and_written_no_more(town):
    draft = ready(town[BIRTH])
    first = send_request(draft)
    again = send_request(draft)
    assert (again.request, again.again, first.again) == (first.request, True, False)
    with pytest.raises(AlreadySent):
        save_step(draft, "acte", {})
    assert Mail.objects.count() == 1


def test_the_database_itself_refuses_a_draft_sent_twice(town):
    from django.db import IntegrityError, transaction

    request = send_request(ready(town[BIRTH])).request
    with pytest.raises(IntegrityError), transaction.atomic():
        Request.objects.create(
            number="D-2026-AAAA-AAAA",
            draft=request.draft,
            eservice=request.eservice,
            version=request.version,
            answers=[],
            answer_on=date.today(),
        )


def test_when_the_mail_cannot_be_written_nothing_is_sent(town, monkeypatch):
    draft = ready(town[BIRTH])

    def fail(*_, **__):
        raise OSError("no table")

    monkeypatch.setattr(sending, "post_acknowledgement", fail)
    with pytest.raises(OSError):
        send_request(draft)
    assert not Request.objects.exists() and DraftStep.objects.count() == 3
    draft.refresh_from_db()
    assert draft.sent_at is None


def test_a_number_that_is_taken_is_drawn_again(town, monkeypatch):
    first = send_request(ready(town[BIRTH])).request
    numbers = iter([first.number, "D-2026-BBBB-BBBB"])
    monkeypatch.setattr(sending, "new_number", lambda year: next(numbers))
    assert send_request(ready(town[BIRTH])).request.number == "D-2026-BBBB-BBBB"


def test_a_slot_has_so_many_places_and_no_more(town):
    slot = Slot.objects.first()
    Slot.objects.filter(pk=slot.pk).update(capacity=2, taken=2)
    definition = {
        "steps": [{"key": "un", "title": "Un", "items": [{"kind": "slot", "key": "creneau", "label": "Créneau"}]}]
    }
    from services.eservices.models import FormVersion

    eservice = EService.objects.get(slug=ROOM)
    FormVersion.objects.create(eservice=eservice, number=9, definition=definition)
    Slot.objects.filter(pk=slot.pk).update(taken=1)
    drafts = [start_draft(eservice)[0] for _ in range(2)]
    for draft in drafts:
        save_step(draft, "un", {"creneau": str(slot.pk)})
    send_request(drafts[0])
    with pytest.raises((SlotTaken, Incomplete)):
        send_request(drafts[1])
    slot.refresh_from_db()
    assert slot.taken == 2 and Request.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_many_clicks_at_the_same_time_make_one_request(town):
    draft = ready(town[BIRTH])
    numbers, trouble = [], []

    def click() -> None:
        try:
            numbers.append(send_request(draft).request.number)
        except Exception as error:
            trouble.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=click) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not trouble and len(numbers) == 4 and len(set(numbers)) == 1
    assert Request.objects.count() == 1 and Mail.objects.count() == 1


def test_with_the_mail_server_down_the_request_is_kept_and_its_mail_waits(resident, letterbox):
    letterbox.stop()
    request = resident.send(BIRTH)
    assert send_due() == (0, 1)
    mail = Mail.objects.get()
    assert mail.state == Mail.State.WAITING and mail.not_before > timezone.now() and request.number in mail.subject


def test_numbers_are_read_back_however_they_are_typed():
    number = new_number(2026)
    plain = number.replace("-", "")
    assert all(number_typed(typed) == number for typed in (number, number.lower(), plain, f" {number} "))
    assert not any(number_typed(typed) for typed in ("", "D-2026", "X-2026-AAAA-AAAA", "D-2026-AAAA-AAA0"))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 1, 15), 12, date(2027, 1, 15)),
        (date(2024, 3, 31), -1, date(2024, 2, 29)),
        (date(2026, 11, 28), 2, date(2027, 1, 28)),
    ],
)
def test_months_are_counted_as_the_law_does(start, months, end):
    assert months_later(start, months) == end
