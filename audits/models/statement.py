"""What an accessibility statement says that no machine can know, site by site."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from wagtail.admin.panels import ObjectList
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import StreamField

from audits.admin.statement_panels import STATEMENT_PANELS
from audits.models.statement_blocks import DerogationBlock
from audits.statement.checking import check_facts, check_link

_LINE_EACH = "Une ligne par élément."
_YEAR = {
    "null": True,
    "blank": True,
    "validators": [
        MinValueValidator(2019, "Écrivez une année à quatre chiffres, 2019 ou après."),
        MaxValueValidator(2099, "Écrivez une année à quatre chiffres, avant 2100."),
    ],
}


def _link(label: str, help_text: str) -> models.CharField:
    return models.CharField(label, max_length=500, blank=True, validators=[check_link], help_text=help_text)


@register_setting(icon="glasses")
class AccessibilityStatement(BaseSiteSetting):
    """The officer's part of the statement: the rest comes from the audits. What is empty is never made up."""

    organisation = models.CharField(
        "organisme qui s’engage",
        max_length=200,
        blank=True,
        help_text="Sans réponse, c’est le nom du site. Exemple\u00a0: «\u00a0La ville de Merlonges\u00a0».",
    )
    scope = models.CharField(
        "ce que couvre la déclaration",
        max_length=500,
        blank=True,
        help_text="Sans réponse, c’est l’adresse du site.",
    )
    schema_link = _link(
        "adresse du schéma pluriannuel",
        "Celle d’une page ou d’un document de ce site, qui commence par «\u00a0/\u00a0», ou une adresse complète.",
    )
    schema_from = models.PositiveSmallIntegerField("première année du schéma", **_YEAR)
    schema_until = models.PositiveSmallIntegerField(
        "dernière année du schéma", help_text="Un schéma couvre trois années au plus.", **_YEAR
    )
    plan_link = _link("adresse du plan d’actions de l’année", "Comme ci-dessus.")
    plan_year = models.PositiveSmallIntegerField("année du plan", **_YEAR)
    balance_link = _link("adresse du bilan de l’année précédente", "Le bilan du plan de l’année d’avant.")

    audited_on = models.DateField("date de l’audit", null=True, blank=True)
    audited_by = models.CharField(
        "audit fait par", max_length=200, blank=True, help_text="La personne ou la société qui a fait l’audit."
    )
    criteria_met = models.PositiveSmallIntegerField(
        "nombre de critères conformes",
        null=True,
        blank=True,
        help_text="D’après l’audit. Il sert à vérifier les deux listes qui suivent\u00a0: le total fait 106.",
    )
    criteria_failed = models.TextField(
        "critères non conformes",
        blank=True,
        help_text="Leurs numéros, séparés par des espaces ou des virgules. Exemple\u00a0: 3.2, 8.9, 9.1",
    )
    criteria_not_applicable = models.TextField(
        "critères non applicables", blank=True, help_text="Leurs numéros, de même."
    )
    failures = models.TextField(
        "non-conformités, en clair",
        blank=True,
        help_text=f"{_LINE_EACH} Dites ce qui ne marche pas et pour qui. Exemple\u00a0: «\u00a0Les plans de quartier "
        "n’ont pas de description.\u00a0»",
    )
    audited_pages = models.TextField(
        "pages vérifiées pendant l’audit", blank=True, help_text=f"{_LINE_EACH} Le titre de la page, puis son adresse."
    )

    derogations = StreamField(
        [("derogation", DerogationBlock())],
        verbose_name="dérogations pour charge disproportionnée",
        blank=True,
    )
    exempt = models.TextField(
        "contenus non soumis à l’obligation",
        blank=True,
        help_text=f"{_LINE_EACH} Exemple\u00a0: «\u00a0Les vidéos mises en ligne avant le 23 septembre 2020.\u00a0»",
    )

    established_on = models.DateField(
        "déclaration établie le",
        null=True,
        blank=True,
        help_text="Une déclaration vaut trois ans, et se refait après une refonte du site.",
    )
    technologies = models.TextField(
        "technologies utilisées", blank=True, help_text=f"{_LINE_EACH} Exemples\u00a0: HTML, CSS."
    )
    environment = models.TextField(
        "environnement de test",
        blank=True,
        help_text=f"{_LINE_EACH} Navigateur et technologie d’assistance. Exemple\u00a0: Firefox et NVDA.",
    )
    tools = models.TextField(
        "outils d’évaluation", blank=True, help_text=f"{_LINE_EACH} Exemple\u00a0: Colour Contrast Analyser."
    )

    edit_handler = ObjectList(STATEMENT_PANELS)

    class Meta:
        verbose_name = "déclaration d’accessibilité"
        default_permissions = ("change",)

    def __str__(self) -> str:
        return f"Déclaration d’accessibilité de {self.site}"

    def clean(self):
        """Refuse what cannot be true. Emptiness is allowed: the check list says what is missing."""
        super().clean()
        if errors := check_facts(self, timezone.localdate()):
            raise ValidationError(errors)

    @property
    def schema_years(self) -> str:
        """« 2025-2027 », or one year alone; empty while unknown."""
        first, last = self.schema_from or self.schema_until, self.schema_until or self.schema_from
        if not first:
            return ""
        return str(first) if first == last else f"{first}-{last}"
