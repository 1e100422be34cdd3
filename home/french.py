"""Numbers, weights of files, hours and days as French writes them, with spaces that no line breaks at."""

from collections.abc import Sequence
from datetime import datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import formats, translation

NO_BREAK_SPACE = "\u00a0"
_UNITS = ((10**9, "Go"), (10**6, "Mo"), (10**3, "ko"))
# What would show as a thousand of one unit is one of the next.
_ROUNDED_UP = 0.9995
_MIDNIGHT = time(0)


def number(value: Decimal | int) -> str:
    """`12450.5` as « 12 450,5 »: the decimals are kept as they were given."""
    with translation.override("fr"):
        shown = formats.number_format(abs(value), force_grouping=True)
    return f"\u2212{shown}" if value < 0 else shown


def file_size(octets: int) -> str:
    """The weight of a file in decimal units, with one decimal under ten: « 1,2 Mo », « 340 ko »."""
    for size, unit in _UNITS:
        if octets >= size * _ROUNDED_UP:
            weight = Decimal(octets) / size
            rounded = round(weight, 1) if weight < 10 else round(weight)
            if rounded == round(rounded):
                rounded = int(rounded)
            return f"{number(rounded)}{NO_BREAK_SPACE}{unit}"
    return f"{number(octets)}{NO_BREAK_SPACE}octet{'s' if octets > 1 else ''}"


def hour(value: time) -> str:
    """`8:30` as « 8 h 30 », and midnight by its name."""
    if value == _MIDNIGHT:
        return "minuit"
    minutes = f"{NO_BREAK_SPACE}{value.minute:02}" if value.minute else ""
    return f"{value.hour}{NO_BREAK_SPACE}h{minutes}"


def moment(value: datetime) -> str:
    """« mardi 3 mars à 18 h », at the time of the portal's own zone; midnight is 0 h of the day that begins."""
    local = value.astimezone(ZoneInfo(settings.TIME_ZONE))
    with translation.override("fr"):
        weekday, month = formats.date_format(local, "l"), formats.date_format(local, "F")
    day = "1er" if local.day == 1 else local.day
    minutes = f"{NO_BREAK_SPACE}{local.minute:02}" if local.minute else ""
    return f"{weekday} {day}{NO_BREAK_SPACE}{month} à {local.hour}{NO_BREAK_SPACE}h{minutes}"


def enumeration(parts: Sequence[str]) -> str:
    """« a, b et c »."""
    *first, last = parts
    return f"{', '.join(first)} et {last}" if first else last
