"""When a place is open: an ordinary week, and the days that depart from it.

Nothing here asks what day it is: it is given, so that a page says the same each time it is made for one day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import NamedTuple

from home.french import enumeration, hour
from home.french_days import day_in_words, period_in_words

LOOKS_AHEAD = 14
MIDNIGHT = time(0)
NOTHING: tuple["Span", ...] = ()


class Span(NamedTuple):
    """From one hour to another of the same day; midnight, as an end, is the end of the day."""

    opens: time
    closes: time


@dataclass(frozen=True)
class SpecialDays:
    """Days that do not follow the week, first and last included: closed when there is no span."""

    first: date
    last: date
    spans: tuple[Span, ...] = NOTHING
    reason: str = ""

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def precedence(self) -> tuple[int, bool]:
        """The least comes first: the shortest period is the most precise, and a closure spares a useless walk."""
        return (self.last - self.first).days, bool(self.spans)


@dataclass(frozen=True)
class Schedule:
    """The spans of each day of the week, from Monday on, and the exceptions, whose order does not matter."""

    week: tuple[tuple[Span, ...], ...] = (NOTHING,) * 7
    special: tuple[SpecialDays, ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is known."""
        return any(self.week) or bool(self.special)

    def special_on(self, day: date) -> SpecialDays | None:
        """The exception that rules a day, where several cover it."""
        return min((days for days in self.special if days.covers(day)), key=lambda days: days.precedence, default=None)

    def spans_on(self, day: date) -> tuple[Span, ...]:
        """The spans of a day, in order; none when the place is closed."""
        special = self.special_on(day)
        return tuple(sorted(self.week[day.weekday()] if special is None else special.spans))

    def next_opening(self, day: date) -> date | None:
        """The first day after this one when the place opens, not further than `LOOKS_AHEAD` days."""
        following = (day + timedelta(days=number) for number in range(1, LOOKS_AHEAD + 1))
        return next((later for later in following if self.spans_on(later)), None)


def spans_in_words(spans: Iterable[tuple[time, time]]) -> str:
    """« de 8 h 30 à 12 h et de 14 h à 17 h », with non-breaking spaces. Raises ValueError without a span."""
    in_order = sorted(spans)
    if in_order == [(MIDNIGHT, MIDNIGHT)]:
        return "jour et nuit"
    return enumeration([f"de {hour(opens)} à {hour(closes)}" for opens, closes in in_order])


def today_in_words(schedule: Schedule, today: date) -> str:
    """One or two sentences: the hours of today, or when the place opens next."""
    special, spans = schedule.special_on(today), schedule.spans_on(today)
    reason = f" ({special.reason})" if special and special.reason else ""
    if spans:
        return f"Ouvert aujourd’hui {spans_in_words(spans)}{reason}."
    return f"Fermé aujourd’hui{reason}. {_next_in_words(schedule, today)}"


def _next_in_words(schedule: Schedule, today: date) -> str:
    coming = schedule.next_opening(today)
    if coming is None:
        return f"Aucune ouverture prévue d’ici au {day_in_words(today + timedelta(days=LOOKS_AHEAD), weekday=False)}."
    tomorrow = "demain, " if coming - today == timedelta(days=1) else ""
    hours = spans_in_words(schedule.spans_on(coming))
    return f"Prochaine ouverture\u00a0: {tomorrow}{day_in_words(coming)}, {hours}."


def special_in_words(days: SpecialDays) -> str:
    """« Du lundi 4 au samedi 9 août 2025 : fermé (congés d’été). »"""
    hours = f"ouvert {spans_in_words(days.spans)}" if days.spans else "fermé"
    reason = f" ({days.reason})" if days.reason else ""
    return f"{period_in_words(days.first, days.last)}\u00a0: {hours}{reason}."
