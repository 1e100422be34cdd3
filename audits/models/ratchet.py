"""Defects that were online before a rule saw them: they warn for a time, then they block."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.models import Page

DAYS = 30


class LiveDefect(models.Model):
    """A defect of what is online, how many times it is there, and since when it is known.

    The rows of a page never hold more than its online version does.
    """

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+")
    rule = models.CharField("règle", max_length=100)
    element = models.CharField("code normalisé", max_length=32, blank=True)
    block = models.CharField("bloc", max_length=200, blank=True)
    count = models.PositiveIntegerField("nombre")
    message = models.TextField("constat")
    first_seen = models.DateTimeField("vu pour la première fois", default=timezone.now)

    class Meta:
        verbose_name = "défaut déjà en ligne"
        verbose_name_plural = "défauts déjà en ligne"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["page", "rule", "element", "block"], name="audits_one_live_defect_an_element"
            )
        ]

    def __str__(self) -> str:
        return f"{self.page_id} : {self.rule}"

    @property
    def kind(self) -> tuple[str, str, str]:
        return self.rule, self.element, self.block


@register_setting(icon="glasses")
class GateRules(BaseSiteSetting):
    """What the officer settles of the gate on a site."""

    days = models.PositiveSmallIntegerField(
        "jours pour corriger un défaut déjà en ligne",
        default=DAYS,
        validators=[MaxValueValidator(365, "Donnez un an au plus\u00a0: 365 jours.")],
        help_text="Quand une règle nouvelle trouve un défaut dans une page déjà en ligne, la publication n’est refusée "
        "qu’après ce délai. Un défaut que le brouillon ajoute est toujours refusé.",
    )

    panels = [FieldPanel("days")]

    class Meta:
        verbose_name = "délai de correction"
        default_permissions = ("change",)

    def __str__(self) -> str:
        return f"Délai de correction de {self.site}"
