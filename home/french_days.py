"""Days and periods as French writes them, with spaces that no line breaks at."""

from datetime import date

from home.french import NO_BREAK_SPACE

_WEEK = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()


def day_in_words(day: date, *, weekday: bool = True, month: bool = True, year: bool = False) -> str:
    """« lundi 1er décembre 2025 », or less of it."""
    parts = [
        _WEEK[day.weekday()] if weekday else "",
        "1er" if day.day == 1 else str(day.day),
        _MONTHS[day.month - 1] if month else "",
        str(day.year) if month and year else "",
    ]
    return NO_BREAK_SPACE.join(part for part in parts if part)


def period_in_words(first: date, last: date) -> str:
    """« Samedi 6 décembre 2025 », « Du 22 au 31 décembre 2025 »: what both ends share is said once."""
    if first == last:
        return day_in_words(first, year=True).capitalize()
    same_year = first.year == last.year
    same_month = same_year and first.month == last.month
    start = day_in_words(first, month=not same_month, year=not same_year)
    return f"Du {start} au {day_in_words(last, year=True)}"
