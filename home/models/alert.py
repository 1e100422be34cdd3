from django.conf import settings
from django.db import models
from django.utils import timezone
from wagtail.models import Page, Site

from home.link_targets import ADDRESS_HELP, check_address

LONGEST_TITLE, LONGEST_MESSAGE = 80, 400


class UrgentAlert(models.Model):
    """A message shown at the top of every page of a site until it ends: flood, cut of water, closed schools."""

    class Level(models.TextChoices):
        INFORMATION = "information", "Information"
        VIGILANCE = "vigilance", "Vigilance"
        DANGER = "danger", "Danger"

    site = models.ForeignKey(
        Site, on_delete=models.CASCADE, related_name="urgent_alerts", verbose_name="site", editable=False
    )
    level = models.CharField("niveau", max_length=12, choices=Level.choices)
    title = models.CharField("titre", max_length=LONGEST_TITLE, help_text="Ce qui se passe, et où.")
    message = models.TextField(
        "message",
        max_length=LONGEST_MESSAGE,
        help_text="Ce qu’il faut faire, en phrases courtes et sans mise en forme.",
    )
    page = models.ForeignKey(
        Page,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="page à lire",
        help_text="Une page en ligne de ce site.",
    )
    address = models.CharField(
        "ou adresse à ouvrir", max_length=500, blank=True, validators=[check_address], help_text=ADDRESS_HELP
    )
    link_text = models.CharField(
        "texte du lien", max_length=LONGEST_TITLE, blank=True, help_text="Compréhensible hors de son contexte."
    )
    published_at = models.DateTimeField("publiée le", default=timezone.now, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", editable=False
    )
    ends_at = models.DateTimeField("fin de l’alerte", help_text="À l’heure de Paris\u00a0; dans trente jours au plus.")
    withdrawn_at = models.DateTimeField("retirée le", null=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", editable=False
    )

    class Meta:
        verbose_name = "alerte urgente"
        verbose_name_plural = "alertes urgentes"
        ordering = ["-published_at", "-pk"]
        default_permissions = ()
        permissions = [("publish_urgentalert", "Peut publier et retirer une alerte urgente")]
        indexes = [models.Index(fields=["site", "ends_at"], name="alerts_of_a_site")]

    def __str__(self):
        return f"{self.get_level_display()}\u00a0: {self.title}"

    @property
    def is_on(self) -> bool:
        """Whether visitors see it now."""
        return self.withdrawn_at is None and timezone.now() < self.ends_at
