"""Leave to publish an element despite what was found: a laissez-passer or a dérogation, never one for the other."""

from datetime import date, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from wagtail.models import Page

from audits.models.element import ElementDecision

SOON = timedelta(days=14)
"""How long before its end somebody is told of it."""


class LetThrough(ElementDecision):
    """What both have: the page, who, until when; whether the element is online with it."""

    LONGEST: timedelta
    FEMININE = ""
    why: str
    """The reason in one text, for the logs and the mails."""

    page = models.ForeignKey(Page, verbose_name="page", on_delete=models.CASCADE, related_name="+", editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="accordé par",
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    created_at = models.DateTimeField("accordé le", default=timezone.now, editable=False)
    ends_on = models.DateField("dernier jour", db_index=True)
    withdrawn_at = models.DateTimeField("retiré le", null=True, editable=False)
    online_since = models.DateTimeField("en ligne depuis", null=True, editable=False)
    reported_at = models.DateTimeField("fin annoncée le", null=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_in_force(self) -> bool:
        return self.withdrawn_at is None and timezone.localdate() <= self.ends_on

    @property
    def ends_soon(self) -> bool:
        return self.is_in_force and self.ends_on <= timezone.localdate() + SOON

    @property
    def state(self) -> str:
        if self.withdrawn_at:
            return f"retiré{self.FEMININE}"
        if not self.is_in_force:
            return f"échu{self.FEMININE}"
        return f"bientôt échu{self.FEMININE}" if self.ends_soon else "en vigueur"

    def clean(self):
        """Refuse an end that is past, or too far away to be an end."""
        super().clean()
        today = timezone.localdate()
        if self.ends_on and not today <= self.ends_on <= today + self.LONGEST:
            last: date = today + self.LONGEST
            raise ValidationError({"ends_on": f"Choisissez un jour entre aujourd’hui et le {last:%d/%m/%Y}."})


class LaissezPasser(LetThrough):
    """Publishes despite a finding, for a while. The criterion stays non-conform, and the statement says so."""

    LONGEST = timedelta(days=183)

    reason = models.TextField(
        "pourquoi publier malgré ce défaut",
        max_length=2000,
        help_text="La déclaration d’accessibilité publie cette raison : écrivez-la pour les habitants.",
    )

    class Meta:
        verbose_name = "laissez-passer"
        verbose_name_plural = "laissez-passer"
        default_permissions = ("view", "add")
        ordering = ["ends_on", "pk"]

    def __str__(self) -> str:
        return f"Laissez-passer nº\u00a0{self.pk}"

    @property
    def why(self) -> str:
        return self.reason


class Derogation(LetThrough):
    """A content that it would be a disproportionate burden to make accessible (law of 11 February 2005, article 47)."""

    LONGEST = timedelta(days=3 * 365)
    FEMININE = "e"

    content = models.CharField(
        "contenu",
        max_length=300,
        help_text="Un contenu précis, jamais un critère. Exemple\u00a0: «\u00a0Les plans du cadastre de 1830\u00a0».",
    )
    reasoning = models.TextField(
        "pourquoi la charge serait disproportionnée",
        max_length=2000,
        help_text="Le coût ou l’effort, comparé aux moyens de la collectivité et à l’utilité du contenu.",
    )
    alternative = models.TextField(
        "ce qui est proposé à la place",
        max_length=2000,
        help_text="Exemple\u00a0: «\u00a0Une page décrit chaque plan, rue par rue\u00a0».",
    )
    alternative_is_digital = models.BooleanField(
        "cette alternative est numérique et accessible",
        default=False,
        help_text="Sans alternative numérique accessible, les critères restent non conformes.",
    )

    class Meta:
        verbose_name = "dérogation"
        verbose_name_plural = "dérogations"
        default_permissions = ("view", "add")
        ordering = ["ends_on", "pk"]

    def __str__(self) -> str:
        return f"Dérogation nº\u00a0{self.pk}"

    @property
    def why(self) -> str:
        return self.reasoning
