from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from audits.admin.shared_form import GatedModelForm
from home.phones import dialled


@register_setting(icon="home")
class TownContact(BaseSiteSetting):
    """How to reach the authority behind a site: shown at the foot of every page."""

    address = models.TextField(
        "adresse postale",
        blank=True,
        help_text="Une ligne par ligne de l’adresse, sans le nom de la collectivité.",
    )
    phone = models.CharField("téléphone", max_length=20, blank=True)
    email = models.EmailField("adresse électronique", blank=True)
    opening_hours = models.TextField("horaires d’ouverture", blank=True, help_text="Une ligne par plage d’ouverture.")
    accessibility_email = models.EmailField(
        "adresse électronique du référent accessibilité",
        blank=True,
        help_text="Reçoit les signalements des personnes gênées par un défaut d’accessibilité.",
    )

    security_email = models.EmailField(
        "adresse électronique pour signaler une faille de sécurité",
        blank=True,
        help_text="Publiée dans /.well-known/security.txt, que lisent les chercheurs en sécurité.",
    )

    base_form_class = GatedModelForm
    panels = [
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldPanel("phone"),
                FieldPanel("email"),
                FieldPanel("opening_hours"),
            ],
            heading="Accueil du public",
        ),
        FieldPanel("accessibility_email"),
        FieldPanel("security_email"),
    ]

    @property
    def phone_number(self) -> str:
        """The telephone number as a link wants it: digits, and a leading plus sign."""
        return dialled(self.phone)

    @property
    def address_in_line(self) -> str:
        return ", ".join(line.strip() for line in self.address.splitlines() if line.strip())

    class Meta:
        verbose_name = "coordonnées de la collectivité"
