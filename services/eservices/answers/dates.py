"""Dates, typed as a day, a month and a year."""

from collections.abc import Sequence
from datetime import date

from services.eservices.answers.errors import Mistake
from services.eservices.answers.fields import part
from services.eservices.definition.model import Question

_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
_WITHOUT_ACCENTS = str.maketrans("éèûô", "eeuo")
_EARLIEST = 1850


def read(question: Question, typed: Sequence[str], today: date) -> date:
    """The date of a day, a month (in figures or in words) and a year. Raises Mistake."""
    day, month, year = typed
    read_month = _month(month)
    mistakes = []
    if not _is_number(day, 31):
        mistakes.append(Mistake(part(question, "day"), "Écrivez le jour, de 1 à 31."))
    if read_month is None:
        mistakes.append(Mistake(part(question, "month"), "Écrivez le mois, de 1 à 12."))
    if not (len(year) == 4 and year.isascii() and year.isdigit()):
        mistakes.append(Mistake(part(question, "year"), "Écrivez l’année en quatre chiffres."))
    if mistakes:
        raise Mistake.several(mistakes)
    try:
        found = date(int(year), read_month, int(day))
    except ValueError:
        raise Mistake(part(question, "day"), "Ce jour n’existe pas\u00a0: vérifiez le jour et le mois.") from None
    if found.year < _EARLIEST:
        raise Mistake(part(question, "year"), "Vérifiez l’année.")
    if question.when == "past" and found > today:
        raise Mistake(part(question, "day"), "Cette date est dans l’avenir\u00a0: vérifiez-la.")
    if question.when == "future" and found <= today:
        raise Mistake(part(question, "day"), "Cette date est passée\u00a0: choisissez un jour à venir.")
    return found


def _is_number(text: str, most: int) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 2 and 1 <= int(text) <= most


def _month(text: str) -> int | None:
    if _is_number(text, 12):
        return int(text)
    plain = text.casefold().translate(_WITHOUT_ACCENTS)
    names = [name.translate(_WITHOUT_ACCENTS) for name in _MONTHS]
    return names.index(plain) + 1 if plain in names else None


def in_words(day: date) -> str:
    """« 1er décembre 2026 », with spaces that no line breaks at."""
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}\u00a0{_MONTHS[day.month - 1]}\u00a0{day.year}"
