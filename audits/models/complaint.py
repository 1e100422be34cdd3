"""What people report: something of the site that they could not reach or use."""

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from wagtail.models import Site


class AccessibilityComplaint(models.Model):
    """One report, what becomes of it, and until when it is to be answered."""

    ANSWERED_WITHIN = timedelta(days=7)
    KEPT = timedelta(days=365)
    """Reports hold an address of a person: they are deleted when this long has passed since they came."""

    class State(models.TextChoices):
        RECEIVED = "received", "reçu"
        ANSWERED = "answered", "répondu"
        CLOSED = "closed", "clos"

    site = models.ForeignKey(
        Site, verbose_name="site", null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    page_address = models.CharField("adresse de la page", max_length=2000, blank=True)
    what = models.TextField("ce qui s’est passé", max_length=5000)
    tools = models.CharField("matériel et logiciels", max_length=300, blank=True)
    email = models.EmailField("adresse électronique")
    received_at = models.DateTimeField("reçu le", default=timezone.now, editable=False, db_index=True)
    state = models.CharField("état", max_length=8, choices=State, default=State.RECEIVED, db_index=True)
    note = models.TextField(
        "note du référent",
        blank=True,
        max_length=5000,
        help_text="Ce qui a été répondu, ce qui a été corrigé. Elle n’est jamais envoyée ni publiée.",
    )
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="suivi par",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
    )

    class Meta:
        verbose_name = "signalement d’accessibilité"
        verbose_name_plural = "signalements d’accessibilité"
        default_permissions = ("view", "change")
        ordering = ["-received_at", "-pk"]

    def __str__(self) -> str:
        return f"Signalement nº\u00a0{self.pk}"

    @property
    def due_on(self) -> date:
        """The last day to answer, in the authority's time zone."""
        return timezone.localdate(self.received_at) + self.ANSWERED_WITHIN

    @property
    def is_late(self) -> bool:
        """Whether nobody answered while there was time."""
        return self.state == self.State.RECEIVED and timezone.localdate() > self.due_on
