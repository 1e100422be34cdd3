"""Mail is written with what it speaks of, sent afterwards, and never lost."""

import email
import email.policy
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from services.outbox import delivery
from services.outbox.actions import post_mail, retry
from services.outbox.models import Mail
from services.outbox.tasks import send_due_mail

pytestmark = pytest.mark.django_db


def write(**fields) -> Mail:
    return post_mail(**{"to": "a@essai.example", "subject": "Reçu", "text": "Bonjour, c’est noté.", **fields})


def read(envelope):
    return email.message_from_bytes(envelope.content, policy=email.policy.default)


def make_due(mail: Mail) -> None:
    Mail.objects.filter(pk=mail.pk).update(not_before=timezone.now() - timedelta(seconds=1))


def test_a_mail_arrives_once(letterbox):
    mail = write(reply_to="agent@essai.example")
    assert delivery.send_due() == (1, 0)
    assert delivery.send_due() == (0, 0)
    (envelope,) = letterbox.received
    message = read(envelope)
    assert envelope.rcpt_tos == ["a@essai.example"]
    assert message["Subject"] == "Reçu"
    assert message["Reply-To"] == "agent@essai.example"
    assert message["From"].endswith("<portail@essai.example>")
    assert message["Message-ID"] == f"<{mail.identifier}@essai.example>"
    assert message.get_content().strip() == "Bonjour, c’est noté."
    mail.refresh_from_db()
    assert mail.state == Mail.State.SENT and mail.sent_at


def test_a_subject_cannot_add_headers(letterbox):
    write(subject="Reçu\nBcc: tous@essai.example")
    assert delivery.send_due() == (1, 0)
    assert letterbox.received[0].rcpt_tos == ["a@essai.example"]
    assert read(letterbox.received[0])["Subject"] == "Reçu Bcc: tous@essai.example"


@pytest.mark.parametrize("trouble", ["server away", "refused"])
def test_a_mail_waits_longer_and_longer_then_goes(letterbox, trouble):
    mail = write()
    if trouble == "server away":
        letterbox.stop()
    letterbox.refuses = "451 plus tard"
    for delay in delivery.DELAYS[:2]:
        assert delivery.send_due() == (0, 1)
        assert delivery.send_due() == (0, 0)
        mail.refresh_from_db()
        assert mail.last_error
        assert timedelta() < mail.not_before - timezone.now() <= delay
        make_due(mail)
    if trouble == "refused":
        letterbox.refuses = ""
        assert delivery.send_due() == (1, 0)
        assert len(letterbox.received) == 1


def test_a_mail_given_up_is_kept_and_can_be_tried_again(letterbox):
    mail = write()
    letterbox.refuses = "550 inconnu"
    for _ in range(len(delivery.DELAYS) + 1):
        make_due(mail)
        delivery.send_due()
    mail.refresh_from_db()
    assert mail.state == Mail.State.GIVEN_UP and "550" in mail.last_error
    letterbox.refuses = ""
    assert delivery.send_due() == (0, 0)
    retry(mail)
    assert delivery.send_due() == (1, 0)
    mail.refresh_from_db()
    with pytest.raises(ValueError, match="sent"):
        retry(mail)


def test_one_refused_mail_does_not_hold_the_others(letterbox):
    write(to="inconnu@essai.example")
    write(to="b@essai.example")
    sent, failed = delivery.send_due()
    assert (sent, failed) == (1, 1)
    assert letterbox.received[0].rcpt_tos == ["b@essai.example"]


@pytest.mark.django_db(transaction=True)
def test_what_is_undone_is_not_written():
    with pytest.raises(RuntimeError), transaction.atomic():
        write()
        raise RuntimeError
    assert not Mail.objects.exists() and not DBTaskResult.objects.exists()
    write()
    assert DBTaskResult.objects.filter(task_path=send_due_mail.module_path).count() == 1


def test_the_worker_comes_back_once_for_what_waits(letterbox):
    for _ in range(3):
        write()
    letterbox.refuses = "451 plus tard"
    for _ in range(3):
        send_due_mail.call()
    assert DBTaskResult.objects.filter(task_path=send_due_mail.module_path).count() == 1


def test_the_command_sends_what_is_due(letterbox, capsys):
    write()
    call_command("send_mail")
    assert capsys.readouterr().out == "1 sent, 0 failed.\n"
