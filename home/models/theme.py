import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from audits.admin.shared_form import GatedModelForm
from home.theme.palette import too_pale

COLOUR = r"^#[0-9a-fA-F]{6}$"
COLOURS = ("brand", "accent", "tint", "brand_dark", "accent_dark", "tint_dark")


class ColourField(models.CharField):
    """A colour as `#1f4d45`, or nothing."""

    def __init__(self, *args, **kwargs):
        valid = RegexValidator(COLOUR, "Écrivez la couleur avec un dièse et six signes, comme #1f4d45.")
        super().__init__(*args, **{"max_length": 7, "blank": True, "validators": [valid], **kwargs})


@register_setting(icon="view")
class Theme(BaseSiteSetting):
    """What makes the pages of a site its own: name, logo, font, colours."""

    class Font(models.TextChoices):
        ATKINSON = "atkinson", "Atkinson Hyperlegible Next, dessinée pour les personnes malvoyantes"
        LEXEND = "lexend", "Lexend, aux lettres larges et espacées"
        DEVICE = "device", "Celle de l’appareil de chaque personne, sans rien télécharger"

    name = models.CharField(
        "nom affiché", max_length=80, blank=True, help_text="En tête et au pied des pages. Vide\u00a0: le nom du site."
    )
    logo = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="logo",
        help_text="À gauche du nom, qui reste écrit\u00a0: un blason ou un signe, sans texte, lisible sur fond clair "
        "et sur fond sombre.",
    )
    font = models.CharField("police de caractères", max_length=10, choices=Font.choices, default=Font.ATKINSON)
    brand = ColourField(
        "couleur principale", help_text="Titres, liens, boutons, bandeau du menu. Exemple\u00a0: #1f4d45."
    )
    accent = ColourField("couleur d’accent", help_text="Filets, repères, mots «\u00a0Attention\u00a0».")
    tint = ColourField("teinte des encadrés", help_text="Très pâle\u00a0: tout ce qui est écrit doit s’y lire.")
    brand_dark = ColourField("couleur principale, apparence sombre")
    accent_dark = ColourField("couleur d’accent, apparence sombre")
    tint_dark = ColourField("teinte des encadrés, apparence sombre")

    base_form_class = GatedModelForm
    panels = [
        MultiFieldPanel([FieldPanel("name"), FieldPanel("logo"), FieldPanel("font")], heading="Identité"),
        MultiFieldPanel(
            [FieldPanel("brand"), FieldPanel("accent"), FieldPanel("tint")],
            heading="Couleurs",
            help_text="Vide\u00a0: les couleurs de Parvis. Une couleur trop peu contrastée est refusée, avec la plus "
            "proche qui convient.",
        ),
        MultiFieldPanel(
            [FieldPanel("brand_dark"), FieldPanel("accent_dark"), FieldPanel("tint_dark")],
            heading="Couleurs de l’apparence sombre",
            help_text="Vide\u00a0: elles se déduisent des précédentes.",
        ),
    ]

    class Meta:
        verbose_name = "apparence du site"

    @property
    def colours(self) -> dict[str, str]:
        """The colours that were chosen, by field."""
        typed = {field: getattr(self, field) for field in COLOURS}
        return {field: value.lower() for field, value in typed.items() if re.fullmatch(COLOUR, value)}

    def clean(self):
        """Refuse a palette in which something could not be read or seen."""
        super().clean()
        refused: dict[str, list[str]] = {}
        for colour in too_pale(self.colours):
            refused.setdefault(colour.field, []).append(str(colour))
        if refused:
            raise ValidationError(refused)
