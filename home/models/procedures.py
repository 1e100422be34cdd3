import re

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.forms import CheckboxSelectMultiple
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.blocks import PageChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from audits.mixins import GatedPage
from home import procedures, schemas
from home.blocks.contact import PHONE, lines
from home.blocks.links import LinkBlock
from home.blocks.text import RICH_TEXT_FEATURES
from home.models.drafts import UnfinishedDraftMixin
from home.models.pages import EditorialPage
from home.models.procedure_lists import LifeEvent, Topic
from home.phones import dialled, shown

_COMPLETE_ADDRESS = URLValidator(
    schemes=["http", "https"],
    message="Écrivez l’adresse complète d’une page, par exemple https://demarches.exemple.fr/acte, ou un chemin de ce "
    "site, par exemple /services-en-ligne/acte-de-naissance/. Une adresse électronique ne convient pas.",
)
_PATH = re.compile(r"/(?![/\\])[^\s\\]*")
NO_WAY = (
    "Dites au moins une façon de faire la démarche\u00a0: en ligne, au guichet, par téléphone ou par courrier. "
    "Remplissez l’un de ces champs."
)


def validate_online_address(address: str) -> None:
    """Accept a path of this site, or the complete address of a page. Raises ValidationError."""
    if not _PATH.fullmatch(address):
        _COMPLETE_ADDRESS(address)


class ServicePage(UnfinishedDraftMixin, EditorialPage):
    """A sheet of the catalogue: one procedure, who may do it, with what, at what cost, and how."""

    life_events = ParentalManyToManyField(
        LifeEvent, blank=True, related_name="services", verbose_name="événements de vie"
    )
    topics = ParentalManyToManyField(Topic, blank=True, related_name="services", verbose_name="thèmes")

    audience = RichTextField("qui peut faire la démarche", blank=True, features=RICH_TEXT_FEATURES)
    to_bring = models.TextField("pièces à fournir", blank=True, help_text="Une pièce par ligne, avec ses précisions.")
    is_free = models.BooleanField("la démarche est gratuite", default=False)
    cost = models.CharField(
        "coût", max_length=250, blank=True, help_text="Par exemple «\u00a025\u00a0€ en cas de perte\u00a0»."
    )
    delay = models.CharField(
        "délai", max_length=250, blank=True, help_text="Par exemple «\u00a0Trois semaines environ\u00a0»."
    )

    online_text = models.CharField(
        "texte du bouton",
        max_length=100,
        blank=True,
        help_text="Il dit ce que l’on va faire, sans le reste de la page\u00a0: "
        "«\u00a0Demander un acte de naissance en ligne\u00a0».",
    )
    online_address = models.CharField(
        "adresse de la démarche en ligne",
        max_length=500,
        blank=True,
        validators=[validate_online_address],
        help_text="La page où la démarche se fait\u00a0: une adresse qui commence par https://, ou un chemin de ce "
        "site.",
    )
    counter = models.ForeignKey(
        "home.PlacePage",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="services",
        verbose_name="lieu d’accueil",
        help_text="Ses horaires et son adresse sont donnés par sa propre page.",
    )
    counter_note = models.CharField(
        "précision sur l’accueil", max_length=250, blank=True, help_text="Par exemple «\u00a0Sur rendez-vous.\u00a0»"
    )
    phone = models.CharField("téléphone", max_length=30, blank=True, validators=[PHONE])
    phone_note = models.CharField(
        "précision sur le téléphone", max_length=250, blank=True, help_text="Les heures où l’on répond, par exemple."
    )
    postal_address = models.TextField("adresse postale", blank=True, help_text="Une ligne par ligne d’adresse.")

    laws = StreamField([("link", LinkBlock())], verbose_name="textes de référence", blank=True)
    related = StreamField(
        [("page", PageChooserBlock(label="Page", icon="doc-empty-inverse"))],
        verbose_name="démarches et lieux liés",
        blank=True,
    )

    content_panels = [
        *GatedPage.content_panels,
        FieldPanel("introduction", heading="Ce que c’est"),
        MultiFieldPanel(
            [
                FieldPanel("life_events", widget=CheckboxSelectMultiple),
                FieldPanel("topics", widget=CheckboxSelectMultiple),
            ],
            heading="Classement dans le catalogue",
        ),
        MultiFieldPanel(
            [
                FieldPanel("audience"),
                FieldPanel("to_bring"),
                FieldRowPanel([FieldPanel("is_free"), FieldPanel("cost")]),
                FieldPanel("delay"),
            ],
            heading="L’essentiel",
        ),
        MultiFieldPanel([FieldPanel("online_text"), FieldPanel("online_address")], heading="En ligne"),
        MultiFieldPanel([FieldPanel("counter"), FieldPanel("counter_note")], heading="Au guichet"),
        MultiFieldPanel([FieldPanel("phone"), FieldPanel("phone_note")], heading="Par téléphone"),
        MultiFieldPanel([FieldPanel("postal_address")], heading="Par courrier"),
        FieldPanel("body", heading="Compléments"),
        FieldPanel("laws"),
        FieldPanel("related"),
    ]
    search_fields = [
        *EditorialPage.search_fields,
        index.SearchField("audience"),
        index.SearchField("to_bring"),
        index.SearchField("cost"),
        index.SearchField("delay"),
        index.SearchField("online_text"),
        index.SearchField("counter_note"),
        index.SearchField("phone_note"),
        index.SearchField("postal_address"),
        index.SearchField("laws"),
        index.SearchField("names_of_lists"),
    ]
    parent_page_types = ["home.ServiceCataloguePage"]
    subpage_types = []
    template = "home/service_page.html"

    class Meta:
        verbose_name = "fiche de démarche"
        verbose_name_plural = "fiches de démarche"

    def clean(self):
        super().clean()
        if problems := self._contradictions() | ({} if self.is_unfinished else self._gaps()):
            raise ValidationError(problems)

    def _contradictions(self) -> dict[str, str]:
        if self.is_free and self.cost.strip():
            return {"cost": "La démarche est dite gratuite\u00a0: effacez le coût, ou décochez la case."}
        return {}

    def _gaps(self) -> dict[str, str]:
        if self.online_text.strip() and not self.online_address.strip():
            return {"online_address": "Donnez l’adresse que le bouton ouvre, ou effacez son texte."}
        if self.online_address.strip() and not self.online_text.strip():
            return {"online_text": "Écrivez le texte du bouton, ou effacez l’adresse de la démarche en ligne."}
        ways = (self.online_address, self.phone, self.postal_address)
        return {} if self.counter_id or any(way.strip() for way in ways) else {"online_address": NO_WAY}

    @property
    def names_of_lists(self) -> str:
        """The topics and life events of the sheet, for the search."""
        return ", ".join(entry.name for entry in (*self.topics.all(), *self.life_events.all()))

    @property
    def things_to_bring(self) -> list[str]:
        return lines(self.to_bring)

    @property
    def postal_lines(self) -> list[str]:
        return lines(self.postal_address)

    @property
    def phone_number(self) -> str:
        return dialled(self.phone)

    @property
    def shown_phone(self) -> str:
        return shown(self.phone)

    @property
    def has_button(self) -> bool:
        return bool(self.online_text and self.online_address)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        counter = procedures.counter_of(self)
        return {
            **context,
            "counter": counter,
            "ways": procedures.ways_in_words(self, counter),
            "related_pages": procedures.related_pages(self),
        }

    def structured_data(self) -> dict:
        """The sheet as a `GovernmentService` of schema.org."""
        return schemas.service(self, procedures.counter_of(self))
