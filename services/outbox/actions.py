"""Writing mail.

A mail is a row, written in the transaction of what it speaks of: if this is undone, no mail goes; if the mail server
is down, the mail waits.
"""

from django.db import transaction
from django.utils import timezone

from services.outbox.models import Mail
from services.outbox.tasks import send_due_mail


def post_mail(*, to: str, subject: str, text: str, reply_to: str = "") -> Mail:
    """Write a mail, to be sent once the transaction is committed."""
    mail = Mail.objects.create(to=to, subject=" ".join(subject.split())[:200], text=text, reply_to=reply_to)
    transaction.on_commit(send_due_mail.enqueue)
    return mail


def retry(mail: Mail) -> None:
    """Put a mail that was given up back among those to send. Raises ValueError in another state."""
    if mail.state != Mail.State.GIVEN_UP:
        raise ValueError(f"mail {mail.pk} is {mail.state}: only a mail that was given up is tried again")
    mail.state, mail.attempts, mail.not_before = Mail.State.WAITING, 0, timezone.now()
    mail.save(update_fields=["state", "attempts", "not_before"])
    transaction.on_commit(send_due_mail.enqueue)
