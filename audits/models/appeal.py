"""What an editor holds to be an error of the machine, and what the accessibility officer decided."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from wagtail.models import Page, Revision, Site

from audits.models.element import ElementDecision
from audits.models.gate import Verdict


class Appeal(ElementDecision):
    """A finding that an editor contests, with its evidence, and the answer.

    Overruled, it no longer blocks that element of that page; with advice, its rule no longer blocks on the site.
    """

    class State(models.TextChoices):
        OPEN = "open", "à traiter"
        CONFIRMED = "confirmed", "défaut confirmé"
        OVERRULED = "overruled", "élément écarté"
        ADVICE = "advice", "règle passée en conseil"

    page = models.ForeignKey(Page, verbose_name="page", null=True, on_delete=models.SET_NULL, related_name="appeals")
    page_title = models.CharField("titre de la page", max_length=255, editable=False)
    site = models.ForeignKey(Site, verbose_name="site", null=True, on_delete=models.SET_NULL, related_name="+")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    verdict = models.ForeignKey(Verdict, on_delete=models.PROTECT, related_name="appeals")
    position = models.PositiveIntegerField("rang du constat", editable=False)
    context = models.TextField("code vu par le moteur", blank=True, editable=False)
    reason = models.TextField("pourquoi ce serait une erreur", max_length=5000)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="par", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField("envoyée le", default=timezone.now, editable=False)

    state = models.CharField("état", max_length=9, choices=State, default=State.OPEN, db_index=True)
    answer = models.TextField("réponse", blank=True, max_length=5000)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="décidée par", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    decided_at = models.DateTimeField("décidée le", null=True)

    class Meta:
        verbose_name = "contestation"
        verbose_name_plural = "contestations"
        default_permissions = ("view", "change")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["page", "rule", "element", "block", "digest"],
                condition=models.Q(state="open"),
                name="audits_one_open_appeal_an_element",
            )
        ]

    def __str__(self) -> str:
        return f"Contestation nº\u00a0{self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def can_be_undone(self) -> bool:
        """Whether something no longer blocks because of it."""
        return self.state in (self.State.OVERRULED, self.State.ADVICE)
