"""Moments and durations as French writes them, at the town's own time."""

from datetime import date, datetime

from django.utils import timezone

from services.eservices.answers.dates import in_words

_WEEK = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")


def day(value: date | datetime) -> str:
    """« samedi 5 décembre 2026 »."""
    local = timezone.localtime(value).date() if isinstance(value, datetime) else value
    return f"{_WEEK[local.weekday()]}\u00a0{in_words(local)}"


def hour(value: datetime) -> str:
    """« 8 h 30 »."""
    local = timezone.localtime(value)
    return f"{local.hour}\u00a0h\u00a0{local.minute:02}" if local.minute else f"{local.hour}\u00a0h"


def moment(value: datetime) -> str:
    """« samedi 5 décembre 2026 à 8 h 30 »."""
    return f"{day(value)} à {hour(value)}"


def period(start: datetime, end: datetime) -> str:
    """« samedi 5 décembre 2026, de 9 h à 18 h »."""
    if timezone.localtime(start).date() == timezone.localtime(end).date():
        return f"{day(start)}, de {hour(start)} à {hour(end)}"
    return f"du {moment(start)} au {moment(end)}"


def months_earlier(end: date, months: int) -> date:
    """The same day so many months before, or the last day of that month."""
    return months_later(end, -months)


def months_later(start: date, months: int) -> date:
    """The same day so many months later, or the last day of that month."""
    year, month = divmod(start.month - 1 + months, 12)
    for last in (start.day, 30, 29, 28):
        try:
            return date(start.year + year, month + 1, min(start.day, last))
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def file_size(octets: int) -> str:
    """« 340 ko », « 1,2 Mo »."""
    if octets < 1_000_000:
        return f"{max(1, round(octets / 1000))}\u00a0ko"
    millions = f"{octets / 1_000_000:.1f}".removesuffix(".0").replace(".", ",")
    return f"{millions}\u00a0Mo"
