"""Publishing an urgent alert and withdrawing it."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Site

from home.alert.judging import defects_of
from home.alert.queries import alerts_on
from home.models.alert import UrgentAlert


class AlertRefused(Exception):
    """The alert breaks the RGAA for certain. `defects`: each in a sentence for the editor."""

    def __init__(self, defects: list[str]) -> None:
        super().__init__(" ".join(defects))
        self.defects = defects


class AlertOver(Exception):
    """The alert is not on any more; the message says since when."""


def publish_alert(alert: UrgentAlert, user) -> UrgentAlert:
    """Show an alert on every page of its site from now on, in place of the one that is on. Raises AlertRefused."""
    if defects := defects_of(alert):
        raise AlertRefused(defects)
    with transaction.atomic():
        # One at a time for each site: two alerts published together do not both stay on.
        Site.objects.select_for_update().get(pk=alert.site_id)
        for former in alerts_on(alert.site):
            _take_off(former, user)
        alert.published_by, alert.published_at = user, timezone.now()
        alert.save()
        log(alert, "home.publish_alert", user=user)
    return alert


def withdraw_alert(alert: UrgentAlert, user) -> None:
    """Take an alert off every page before its end. Raises AlertOver."""
    with transaction.atomic():
        alert = UrgentAlert.objects.select_for_update().get(pk=alert.pk)
        if not alert.is_on:
            raise AlertOver(f"the alert {alert.pk} is over since {alert.withdrawn_at or alert.ends_at}")
        _take_off(alert, user)


def _take_off(alert: UrgentAlert, user) -> None:
    alert.withdrawn_by, alert.withdrawn_at = user, timezone.now()
    alert.save(update_fields=["withdrawn_by", "withdrawn_at"])
    log(alert, "home.withdraw_alert", user=user)
