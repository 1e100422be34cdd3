"""When a place is open: exceptions first, then the week; the words that say it."""

from datetime import date, time, timedelta

import pytest

from home.french_days import day_in_words, period_in_words
from home.opening_hours import (
    LOOKS_AHEAD,
    Schedule,
    Span,
    SpecialDays,
    spans_in_words,
    special_in_words,
    today_in_words,
)
from tests.home.bodies import faults_of_typography

MONDAY = date(2025, 12, 1)
DAY = timedelta(days=1)
MORNING, AFTERNOON = Span(time(8, 30), time(12)), Span(time(14), time(17))
LATE = Span(time(20), time(0))


def week(**days: tuple[Span, ...]) -> tuple[tuple[Span, ...], ...]:
    names = "monday tuesday wednesday thursday friday saturday sunday".split()
    return tuple(days.get(name, ()) for name in names)


WEEK = week(monday=(AFTERNOON, MORNING), tuesday=(MORNING,), friday=(LATE,))


def read(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_week_rules_an_ordinary_day():
    schedule = Schedule(WEEK)
    assert [schedule.spans_on(MONDAY + DAY * number) for number in range(7)] == [
        (MORNING, AFTERNOON),
        (MORNING,),
        (),
        (),
        (LATE,),
        (),
        (),
    ]
    assert schedule.spans_on(MONDAY + 7 * DAY) == schedule.spans_on(MONDAY)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (MONDAY, "Ouvert aujourd’hui de 8 h 30 à 12 h et de 14 h à 17 h."),
        (MONDAY + 4 * DAY, "Ouvert aujourd’hui de 20 h à minuit."),
        (
            MONDAY - DAY,
            "Fermé aujourd’hui. Prochaine ouverture : demain, lundi 1er décembre, de 8 h 30 à 12 h et de 14 h à 17 h.",
        ),
        (MONDAY + 2 * DAY, "Fermé aujourd’hui. Prochaine ouverture : vendredi 5 décembre, de 20 h à minuit."),
        (date(2025, 12, 30) + DAY, "Fermé aujourd’hui. Prochaine ouverture : vendredi 2 janvier, de 20 h à minuit."),
    ],
)
def test_today_in_words(day, words):
    said = today_in_words(Schedule(WEEK), day)
    assert read(said) == words
    assert faults_of_typography(said) == []


@pytest.mark.parametrize("offset", [-1, 0, 2, 3])
def test_an_exception_rules_from_its_first_day_to_its_last(offset):
    closure = SpecialDays(MONDAY, MONDAY + 2 * DAY)
    schedule = Schedule((((MORNING,),) * 7), (closure,))
    assert bool(schedule.spans_on(MONDAY + offset * DAY)) == (offset not in (0, 2))


def test_an_exception_says_why():
    schedule = Schedule(WEEK, (SpecialDays(MONDAY, MONDAY, reason="travaux"),))
    assert read(today_in_words(schedule, MONDAY)) == (
        "Fermé aujourd’hui (travaux). Prochaine ouverture : demain, mardi 2 décembre, de 8 h 30 à 12 h."
    )
    schedule = Schedule(WEEK, (SpecialDays(MONDAY, MONDAY, (AFTERNOON,), "inventaire"),))
    assert read(today_in_words(schedule, MONDAY)) == "Ouvert aujourd’hui de 14 h à 17 h (inventaire)."


def test_a_special_opening_opens_a_closed_day():
    sunday = MONDAY - DAY
    schedule = Schedule(WEEK, (SpecialDays(sunday, sunday, (MORNING,)),))
    assert schedule.spans_on(sunday) == (MORNING,)
    assert schedule.next_opening(sunday - DAY) == sunday


@pytest.mark.parametrize("turned", [False, True], ids=["long-first", "short-first"])
def test_the_exception_of_fewest_days_rules_where_several_cover_a_day(turned):
    summer = SpecialDays(MONDAY, MONDAY + 20 * DAY, reason="congés")
    opened = SpecialDays(MONDAY + 3 * DAY, MONDAY + 4 * DAY, (MORNING,), "permanence")
    special = (opened, summer) if turned else (summer, opened)
    schedule = Schedule(WEEK, special)
    days = [schedule.spans_on(MONDAY + DAY * number) for number in range(6)]
    assert days == [(), (), (), (MORNING,), (MORNING,), ()]
    assert schedule.special_on(MONDAY + 3 * DAY).reason == "permanence"


@pytest.mark.parametrize("turned", [False, True])
def test_a_closure_rules_over_hours_of_as_many_days(turned):
    closed = SpecialDays(MONDAY, MONDAY + 3 * DAY)
    opened = SpecialDays(MONDAY + DAY, MONDAY + 4 * DAY, (MORNING,))
    schedule = Schedule(WEEK, (opened, closed) if turned else (closed, opened))
    assert schedule.spans_on(MONDAY + DAY) == ()
    assert schedule.spans_on(MONDAY + 4 * DAY) == (MORNING,)


def test_next_opening_passes_over_exceptions():
    schedule = Schedule(WEEK, (SpecialDays(MONDAY, MONDAY + DAY),))
    assert schedule.next_opening(MONDAY - DAY) == MONDAY + 4 * DAY


@pytest.mark.parametrize("closed_days", [LOOKS_AHEAD, LOOKS_AHEAD - 1])
def test_next_opening_is_sought_two_weeks_ahead(closed_days):
    always = Schedule((((MORNING,),) * 7), (SpecialDays(MONDAY + DAY, MONDAY + closed_days * DAY),))
    expected = None if closed_days == LOOKS_AHEAD else MONDAY + LOOKS_AHEAD * DAY
    assert always.next_opening(MONDAY) == expected


def test_a_long_closure_says_how_far_one_looked():
    schedule = Schedule(WEEK, (SpecialDays(MONDAY, MONDAY + 60 * DAY, reason="travaux"),))
    said = today_in_words(schedule, MONDAY)
    assert read(said) == "Fermé aujourd’hui (travaux). Aucune ouverture prévue d’ici au 15 décembre."


def test_nothing_known_is_false():
    assert not Schedule()
    assert Schedule(WEEK)
    assert Schedule(special=(SpecialDays(MONDAY, MONDAY),))


def test_a_whole_day_and_midnight():
    assert spans_in_words([(time(0), time(0))]) == "jour et nuit"
    assert read(spans_in_words([(time(0), time(6))])) == "de minuit à 6 h"


@pytest.mark.parametrize("day", [date(2025, 3, 30), date(2025, 10, 26)], ids=["spring", "autumn"])
def test_days_when_clocks_change_are_days_like_others(day):
    schedule = Schedule(((MORNING,),) * 7)
    assert schedule.spans_on(day) == (MORNING,)
    assert schedule.next_opening(day - DAY) == day
    assert schedule.next_opening(day) == day + DAY


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 12, 6), date(2025, 12, 6), "Samedi 6 décembre 2025"),
        (date(2025, 8, 1), date(2025, 8, 3), "Du vendredi 1er au dimanche 3 août 2025"),
        (date(2025, 7, 28), date(2025, 8, 3), "Du lundi 28 juillet au dimanche 3 août 2025"),
        (date(2025, 12, 24), date(2026, 1, 1), "Du mercredi 24 décembre 2025 au jeudi 1er janvier 2026"),
        (date(2025, 1, 6), date(2026, 1, 6), "Du lundi 6 janvier 2025 au mardi 6 janvier 2026"),
    ],
)
def test_periods_say_once_what_both_ends_share(first, last, words):
    assert read(period_in_words(first, last)) == words


def test_exceptions_in_words():
    closed = SpecialDays(date(2025, 8, 4), date(2025, 8, 9), reason="congés d’été")
    assert read(special_in_words(closed)) == "Du lundi 4 au samedi 9 août 2025 : fermé (congés d’été)."
    opened = SpecialDays(date(2025, 12, 24), date(2025, 12, 24), (MORNING,))
    assert read(special_in_words(opened)) == "Mercredi 24 décembre 2025 : ouvert de 8 h 30 à 12 h."


def test_a_day_may_be_said_in_part():
    assert read(day_in_words(date(2025, 12, 1), weekday=False)) == "1er décembre"
