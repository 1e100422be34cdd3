"""Sending the mail that is due.

A mail waits while its server is down, longer after each failure. A worker killed between the server's acceptance and
its own note sends the mail a second time under the same Message-ID, which mail programs show once.
"""

from datetime import timedelta
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone

from services.outbox.models import Mail

DELAYS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720, 1440, 1440))
"""How long a mail waits after each failure. After the last one it is given up, and stays in the list."""
_CLAIMED_FOR = timedelta(minutes=2)


def send_due(limit: int = 100) -> tuple[int, int]:
    """Send the mails that are due; how many were sent, how many failed."""
    sent = failed = 0
    for mail in Mail.objects.filter(state=Mail.State.WAITING, not_before__lte=timezone.now())[:limit]:
        if _claim(mail):
            if _send(mail):
                sent += 1
            else:
                failed += 1
    return sent, failed


def next_due() -> timedelta | None:
    """How long until a waiting mail is due; None when none waits."""
    first = Mail.objects.filter(state=Mail.State.WAITING).order_by("not_before").first()
    return max(first.not_before - timezone.now(), timedelta()) if first else None


def _claim(mail: Mail) -> bool:
    """Keep other workers from sending the mail at the same time."""
    due = Mail.objects.filter(pk=mail.pk, state=Mail.State.WAITING, not_before=mail.not_before)
    return bool(due.update(not_before=timezone.now() + _CLAIMED_FOR))


def _send(mail: Mail) -> bool:
    message = EmailMessage(
        mail.subject,
        mail.text,
        to=[mail.to],
        reply_to=[mail.reply_to] if mail.reply_to else None,
        headers={"Message-ID": _message_id(mail), "Auto-Submitted": "auto-generated"},
    )
    try:
        message.send()
    except (OSError, ValueError) as error:
        _note_failure(mail, error)
        return False
    mail.state, mail.sent_at, mail.last_error = Mail.State.SENT, timezone.now(), ""
    mail.save(update_fields=["state", "sent_at", "last_error"])
    return True


def _note_failure(mail: Mail, error: Exception) -> None:
    mail.last_error = f"{type(error).__name__}: {error}"[:1000]
    if mail.attempts < len(DELAYS):
        mail.not_before = timezone.now() + DELAYS[mail.attempts]
    else:
        mail.state = Mail.State.GIVEN_UP
    mail.attempts += 1
    mail.save(update_fields=["last_error", "not_before", "state", "attempts"])


def _message_id(mail: Mail) -> str:
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
    return f"<{mail.identifier}@{domain}>"
