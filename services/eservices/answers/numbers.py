"""Numbers, typed as French writes them: 1 250,5."""

import re
from decimal import Decimal

from services.eservices.answers.errors import Mistake
from services.eservices.definition.model import Question

_NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,6})?")


def read(question: Question, typed: str) -> str:
    """The number, as Python writes it. Raises Mistake."""
    plain = re.sub(r"\s", "", typed).replace(",", ".").replace("\u2212", "-")
    if not _NUMBER.fullmatch(plain):
        raise Mistake(question.key, "Écrivez un nombre en chiffres.")
    value = Decimal(plain)
    if question.whole and value != int(value):
        raise Mistake(question.key, "Écrivez un nombre entier.")
    if question.minimum is not None and value < question.minimum:
        raise Mistake(question.key, f"Écrivez un nombre d’au moins {question.minimum}.")
    if question.maximum is not None and value > question.maximum:
        raise Mistake(question.key, f"Écrivez un nombre d’au plus {question.maximum}.")
    return str(int(value)) if value == int(value) else str(value.normalize())


def in_words(value: str) -> str:
    """The number as French reads it."""
    return value.replace(".", ",").replace("-", "\u2212")
