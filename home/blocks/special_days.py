"""Days when a place does not keep its usual hours."""

from django.core.exceptions import ValidationError
from wagtail.blocks import CharBlock, DateBlock, ListBlock, StreamBlock, StructBlock, StructValue
from wagtail.blocks.stream_block import StreamBlockValidationError

from home.blocks.errors import problem
from home.blocks.timetable import RangeBlock, refuse_overlaps, spans_of
from home.opening_hours import SpecialDays, special_in_words


class SpecialDaysValue(StructValue):
    """An exception as the page tells it."""

    @property
    def days(self) -> SpecialDays | None:
        """The days and their hours; None in a draft that does not say when, or at what time."""
        first, spans = self["first"], spans_of(self.get("ranges", ()))
        if first is None or ("ranges" in self and not spans):
            return None
        return SpecialDays(first, self["last"] or first, spans, self["reason"].strip().rstrip("."))

    @property
    def in_words(self) -> str:
        return special_in_words(self.days) if self.days else ""


class _DaysBlock(StructBlock):
    """From a day to another, and why."""

    first = DateBlock(label="Premier jour", format="%d/%m/%Y")
    last = DateBlock(
        label="Dernier jour", required=False, format="%d/%m/%Y", help_text="Laissez vide pour un seul jour."
    )
    reason = CharBlock(
        label="Motif",
        required=False,
        max_length=120,
        help_text="Quelques mots entre parenthèses sur la page\u00a0: «\u00a0travaux\u00a0», «\u00a0Toussaint\u00a0».",
    )

    def clean(self, value):
        value = super().clean(value)
        first, last = value["first"], value["last"]
        if first and last and last < first:
            raise problem(last="Le dernier jour vient après le premier. Pour un seul jour, laissez ce champ vide.")
        return value


class ClosureBlock(_DaysBlock):
    """Days when the place stays closed."""

    class Meta:
        label = "Fermeture"
        icon = "cross"
        value_class = SpecialDaysValue
        description = "Un jour ou une période où le lieu reste fermé."


class SpecialHoursBlock(_DaysBlock):
    """Days when the place has hours of their own."""

    ranges = ListBlock(RangeBlock(), label="Plages", min_num=1)

    def clean(self, value):
        value = super().clean(value)
        refuse_overlaps(value["ranges"])
        return value

    class Meta:
        label = "Horaires particuliers"
        icon = "time"
        value_class = SpecialDaysValue
        description = "Un jour ou une période où le lieu ouvre à d’autres heures que d’habitude."


class SpecialDaysBlock(StreamBlock):
    """The exceptions of a place. Where several cover a day, the one that covers the fewest days rules it."""

    closure = ClosureBlock()
    special_hours = SpecialHoursBlock()

    def clean(self, value):
        value = super().clean(value)
        taken: dict[tuple, int] = {}
        for place, child in enumerate(value):
            days = child.value.days
            if days is None:
                continue
            if (days.first, days.last) in taken:
                message = ValidationError("Ces jours ont déjà une exception plus haut\u00a0: gardez l’une des deux.")
                raise StreamBlockValidationError(block_errors={place: problem(first=message)})
            taken[days.first, days.last] = place
        return value
