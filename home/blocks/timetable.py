from collections.abc import Iterable
from datetime import time

from django.forms import CheckboxSelectMultiple
from wagtail.blocks import CharBlock, ListBlock, MultipleChoiceBlock, StructBlock, StructValue, TimeBlock
from wagtail.blocks.list_block import ListValue

from home.blocks.errors import problem, problem_of_item
from home.french import enumeration
from home.opening_hours import MIDNIGHT, Span, spans_in_words

DAYS = {
    "monday": "Lundi",
    "tuesday": "Mardi",
    "wednesday": "Mercredi",
    "thursday": "Jeudi",
    "friday": "Vendredi",
    "saturday": "Samedi",
    "sunday": "Dimanche",
}


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


def refuse_overlaps(ranges: ListValue) -> None:
    """Raise the problem of the field `ranges` when one begins before another ends."""
    complete = [place for place, hours in enumerate(ranges) if None not in (hours["opens"], hours["closes"])]
    complete.sort(key=lambda place: ranges[place]["opens"])
    for before, after in zip(complete, complete[1:], strict=False):
        if not ends_before(ranges[before], ranges[after]):
            overlap = problem(opens="Cette plage commence avant la fin d’une autre.")
            raise problem(ranges=problem_of_item(after, overlap))


def spans_of(ranges: Iterable[StructValue]) -> tuple[Span, ...]:
    """The ranges that an editor gave, without the blocks around, nor those of a draft that lack an end."""
    spans = (Span(hours["opens"], hours["closes"]) for hours in ranges)
    return tuple(span for span in spans if None not in span)


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
        refuse_overlaps(value["ranges"])
        return value

    class Meta:
        label = "Jours et heures"
        icon = "date"


class TimetableValue(StructValue):
    """A week, day by day."""

    @property
    def rows(self) -> list[tuple[str, str]]:
        """Each day with its hours in words, which read better aloud than dashes."""
        return [(name, hours_in_words(spans)) for name, spans in zip(DAYS.values(), self.week, strict=True)]

    @property
    def week(self) -> tuple[tuple[Span, ...], ...]:
        """The spans of each day, from Monday on."""
        week = {day: () for day in DAYS}
        for opening in self["openings"]:
            for day in opening["days"]:
                week[day] += spans_of(opening["ranges"])
        return tuple(week.values())


def hours_in_words(spans: tuple[Span, ...]) -> str:
    """« De 8 h 30 à 12 h et de 14 h à 17 h », or « Fermé »."""
    return spans_in_words(spans).capitalize() if spans else "Fermé"


class TimetableBlock(StructBlock):
    """Opening hours as a data table with a caption and headers (RGAA 5.4, 5.6, 5.7)."""

    mendable = {"table_caption": "caption"}

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
