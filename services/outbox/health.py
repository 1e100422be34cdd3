"""Whether mail leaves, for those who look after the portal."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from audits.health.result import Result
from services.outbox.models import Mail

_TOO_LONG = timedelta(hours=1)


def mail_leaves() -> Iterator[Result]:
    """No mail waits for long, and none was given up this week."""
    now = timezone.now()
    late = Mail.objects.filter(state=Mail.State.WAITING, created_at__lt=now - _TOO_LONG)
    given_up = Mail.objects.filter(state=Mail.State.GIVEN_UP, created_at__gt=now - timedelta(days=7))
    if count := late.count():
        reason = f"\u00a0: {late[0].last_error}" if late[0].last_error else ""
        yield Result(
            "Courriels",
            f"{count} courriel(s) attendent depuis plus d’une heure{reason}.",
            "Vérifiez PARVIS_MAIL et le serveur de courriel, puis lancez «\u00a0manage.py send_mail\u00a0».",
        )
    elif count := given_up.count():
        yield Result(
            "Courriels",
            f"{count} courriel(s) de la semaine ont été abandonnés\u00a0; le dernier\u00a0: {given_up[0].last_error}.",
            "Corrigez la cause, puis remettez-les à envoyer (services.outbox.actions.retry).",
        )
    else:
        yield Result("Courriels", "Aucun n’attend depuis plus d’une heure.")
