from datetime import time

from django.forms import CheckboxSelectMultiple
from wagtail.blocks import CharBlock, ListBlock, MultipleChoiceBlock, StructBlock, StructValue, TimeBlock

from home.blocks.errors import problem, problem_of_item
from home.french import enumeration, hour

DAYS = {
    "monday": "Lundi",
    "tuesday": "Mardi",
    "wednesday": "Mercredi",
    "thursday": "Jeudi",
    "friday": "Vendredi",
    "saturday": "Samedi",
    "sunday": "Dimanche",
}
MIDNIGHT = time(0)


def ends_before(earlier: StructValue, later: StructValue) -> bool:
    """Whether one range is over when the other begins. Closing at midnight ends the day."""
    return earlier["closes"] != MIDNIGHT and earlier["closes"] <= later["opens"]


class RangeBlock(StructBlock):
    """From one hour to another, on the same day."""

    opens = TimeBlock(label="Ouverture", format="%H:%M")
    closes = TimeBlock(label="Fermeture", format="%H:%M")

    def clean(self, value):
        value = super().clean(value)
        opens, closes = value["opens"], value["closes"]
        if opens and closes is not None and closes != MIDNIGHT and closes <= opens:
            raise problem(closes="La fermeture vient après l’ouverture. Pour fermer à minuit, écrivez 00:00.")
        return value

    class Meta:
        label = "Plage"
        icon = "time"


class OpeningBlock(StructBlock):
    """The days that have the same hours, and these hours."""

    days = MultipleChoiceBlock(
        label="Jours", choices=list(DAYS.items()), widget=CheckboxSelectMultiple, search_index=False
    )
    ranges = ListBlock(
        RangeBlock(), label="Plages", min_num=1, help_text="Une plage le matin et une l’après-midi, par exemple."
    )

    def clean(self, value):
        value = super().clean(value)
        complete = [
            place for place, hours in enumerate(value["ranges"]) if None not in (hours["opens"], hours["closes"])
        ]
        complete.sort(key=lambda place: value["ranges"][place]["opens"])
        for before, after in zip(complete, complete[1:], strict=False):
            if not ends_before(value["ranges"][before], value["ranges"][after]):
                overlap = problem(opens="Cette plage commence avant la fin d’une autre.")
                raise problem(ranges=problem_of_item(after, overlap))
        return value

    class Meta:
        label = "Jours et heures"
        icon = "date"


class TimetableValue(StructValue):
    """A week, day by day."""

    @property
    def rows(self) -> list[tuple[str, str]]:
        """Each day with its hours in words, which read better aloud than dashes."""
        week = {day: [] for day in DAYS}
        for opening in self["openings"]:
            for day in opening["days"]:
                week[day] += opening["ranges"]
        return [(name, hours_in_words(week[day])) for day, name in DAYS.items()]


def hours_in_words(ranges: list[StructValue]) -> str:
    """« De 8 h 30 à 12 h et de 14 h à 17 h », or « Fermé »."""
    if not ranges:
        return "Fermé"
    in_order = sorted(ranges, key=lambda hours: hours["opens"])
    parts = [f"de {hour(hours['opens'])} à {hour(hours['closes'])}" for hours in in_order]
    return enumeration(parts).capitalize()


class TimetableBlock(StructBlock):
    """Opening hours as a data table with a caption and headers (RGAA 5.4, 5.6, 5.7)."""

    caption = CharBlock(
        label="Titre du tableau", max_length=160, help_text="Par exemple «\u00a0Horaires de la médiathèque\u00a0»."
    )
    openings = ListBlock(
        OpeningBlock(),
        label="Jours et heures d’ouverture",
        min_num=1,
        help_text="Les jours que vous ne cochez nulle part sont affichés comme fermés.",
    )
    note = CharBlock(
        label="Précision", required=False, max_length=250, help_text="Par exemple «\u00a0Fermé les jours fériés.\u00a0»"
    )

    def clean(self, value):
        value = super().clean(value)
        taken: set[str] = set()
        for place, opening in enumerate(value["openings"]):
            days = set(opening["days"] or [])
            if again := taken & days:
                names = enumeration([name.lower() for day, name in DAYS.items() if day in again])
                message = f"Déjà coché plus haut\u00a0: {names}. Un jour n’a qu’une ligne, avec toutes ses plages."
                raise problem(openings=problem_of_item(place, problem(days=message)))
            taken |= days
        return value

    class Meta:
        label = "Horaires d’ouverture"
        icon = "calendar-alt"
        value_class = TimetableValue
        template = "home/blocks/timetable.html"
        description = "Les heures d’ouverture de chaque jour de la semaine."
        preview_value = {
            "caption": "Horaires de la médiathèque",
            "openings": [
                {
                    "days": ["tuesday", "thursday", "friday"],
                    "ranges": [{"opens": time(10), "closes": time(12)}, {"opens": time(14), "closes": time(18, 30)}],
                },
                {"days": ["wednesday", "saturday"], "ranges": [{"opens": time(10), "closes": time(18)}]},
            ],
            "note": "Fermé les jours fériés.",
        }
