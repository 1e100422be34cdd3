from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from audits.mixins import GatedPage
from home import schemas
from home.blocks.contact import PHONE, lines
from home.blocks.special_days import SpecialDaysBlock
from home.blocks.timetable import TimetableBlock
from home.clock import day_shown
from home.maps import map_address
from home.models.drafts import UnfinishedDraftMixin
from home.models.pages import EditorialPage
from home.opening_hours import Schedule, today_in_words
from home.phones import dialled, shown


class PlaceIndexPage(EditorialPage):
    """The places where the public is received, with their address and today's hours."""

    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.PlacePage"]
    template = "home/place_index_page.html"

    class Meta:
        verbose_name = "page des lieux"
        verbose_name_plural = "pages des lieux"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        day = day_shown(request)
        places = PlacePage.objects.child_of(self).live().public() if self.pk else []
        return {**context, "places": [{"place": place, "today": place.today(day)} for place in places]}


class PlacePage(UnfinishedDraftMixin, EditorialPage):
    """A place that receives the public: where it is, how to come, when it is open."""

    class Wheelchair(models.TextChoices):
        YES = "yes", "Oui"
        PARTLY = "partly", "En partie"
        NO = "no", "Non"

    address = models.TextField("adresse", help_text="Une ligne par ligne d’adresse, sans le nom du lieu.")
    latitude = models.DecimalField(
        "latitude",
        max_digits=10,
        decimal_places=7,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text="Facultative, avec la longitude\u00a0: le plan s’ouvre alors à l’endroit exact.",
    )
    longitude = models.DecimalField(
        "longitude",
        max_digits=10,
        decimal_places=7,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
    )
    phone = models.CharField("téléphone", max_length=30, blank=True, validators=[PHONE])
    email = models.EmailField("adresse électronique", blank=True)

    on_foot = models.TextField("à pied ou à vélo", blank=True)
    by_bus = models.TextField("en transports en commun", blank=True)
    by_car = models.TextField("en voiture", blank=True)
    wheelchair = models.CharField(
        "accessible en fauteuil roulant", max_length=10, choices=Wheelchair.choices, blank=True
    )
    wheelchair_note = models.TextField(
        "précisions sur l’accessibilité",
        blank=True,
        help_text="L’entrée à prendre, ce qui reste difficile, l’aide que l’on peut demander. "
        "Nécessaire si le lieu n’est pas entièrement accessible.",
    )

    hours = StreamField([("timetable", TimetableBlock())], verbose_name="horaires de la semaine", blank=True, max_num=1)
    exceptions = StreamField(
        SpecialDaysBlock(required=False),
        verbose_name="fermetures et horaires particuliers",
        blank=True,
        help_text="Elles passent avant les horaires de la semaine. Les jours fériés ne sont fermés que s’ils sont ici.",
    )

    content_panels = [
        *GatedPage.content_panels,
        FieldPanel("introduction"),
        MultiFieldPanel(
            [FieldPanel("address"), FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")])], heading="Adresse"
        ),
        FieldPanel("hours"),
        FieldPanel("exceptions"),
        MultiFieldPanel([FieldPanel("phone"), FieldPanel("email")], heading="Contact"),
        MultiFieldPanel([FieldPanel("on_foot"), FieldPanel("by_bus"), FieldPanel("by_car")], heading="Comment venir"),
        MultiFieldPanel([FieldPanel("wheelchair"), FieldPanel("wheelchair_note")], heading="Accessibilité"),
        FieldPanel("body", heading="Compléments"),
    ]
    search_fields = [
        *EditorialPage.search_fields,
        index.SearchField("address"),
        index.SearchField("on_foot"),
        index.SearchField("by_bus"),
        index.SearchField("by_car"),
        index.SearchField("wheelchair_note"),
        index.SearchField("hours"),
    ]
    parent_page_types = ["home.PlaceIndexPage"]
    subpage_types = []
    template = "home/place_page.html"

    class Meta:
        verbose_name = "lieu"
        verbose_name_plural = "lieux"

    def clean(self):
        super().clean()
        problems = {}
        if self.latitude is not None and self.longitude is None:
            problems["longitude"] = "Donnez aussi la longitude, ou retirez la latitude."
        if self.longitude is not None and self.latitude is None:
            problems["latitude"] = "Donnez aussi la latitude, ou retirez la longitude."
        limited = self.wheelchair in (self.Wheelchair.PARTLY, self.Wheelchair.NO)
        if limited and not self.wheelchair_note.strip() and not self.is_unfinished:
            problems["wheelchair_note"] = "Dites ce qui n’est pas accessible, et l’aide que l’on peut demander."
        if problems:
            raise ValidationError(problems)

    @property
    def schedule(self) -> Schedule:
        """The hours, as the questions about a day want them."""
        weeks = [child.value.week for child in self.hours]
        special = (child.value.days for child in self.exceptions)
        return Schedule(*weeks[:1], special=tuple(days for days in special if days))

    def today(self, day: date) -> str:
        """What the place says of a day as « aujourd’hui »; nothing when its hours are not known."""
        schedule = self.schedule
        return today_in_words(schedule, day) if schedule else ""

    def exceptions_from(self, day: date) -> list:
        """The blocks of the exceptions that are not over, the nearest first."""
        coming = [child for child in self.exceptions if child.value.days and child.value.days.last >= day]
        return sorted(coming, key=lambda child: (child.value.days.first, child.value.days.last))

    @property
    def address_lines(self) -> list[str]:
        return lines(self.address)

    @property
    def map_address(self) -> str:
        return map_address(self.address_lines, self.latitude, self.longitude)

    @property
    def phone_number(self) -> str:
        return dialled(self.phone)

    @property
    def shown_phone(self) -> str:
        return shown(self.phone)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        day = day_shown(request)
        return {
            **context,
            "today": self.today(day),
            "coming_exceptions": self.exceptions_from(day),
            "services": self.services.live().public().order_by("title") if self.pk else [],
        }

    def structured_data(self) -> dict:
        """The place as a `CivicStructure` of schema.org."""
        return schemas.place(self)
