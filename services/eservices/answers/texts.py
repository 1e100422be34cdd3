"""Answers that are made of text."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from services.eservices.answers.errors import Mistake
from services.eservices.answers.fields import part
from services.eservices.definition.model import Question

_LONGEST_EMAIL = 254
_LONGEST_LINE = 200
_SEPARATORS = re.compile(r"[\s.\-/()\u2010-\u2015]+")
_FRENCH_PHONE = re.compile(r"0[1-9][0-9]{8}")
_FOREIGN_PHONE = re.compile(r"\+[1-9][0-9]{6,14}")
_ASKED = {
    "street": "Écrivez le numéro et la rue.",
    "postcode": "Écrivez le code postal.",
    "city": "Écrivez la commune.",
}


def in_one_line(text: str) -> str:
    """Text with single spaces, as a line shows it."""
    return " ".join(text.split())


def short(question: Question, typed: str) -> str:
    """A line of text. Raises Mistake when it is too long."""
    return _not_too_long(question, in_one_line(typed))


def long(question: Question, typed: str) -> str:
    """Text on several lines. Raises Mistake when it is too long."""
    return _not_too_long(question, typed.replace("\r\n", "\n").replace("\r", "\n"))


def _not_too_long(question: Question, text: str) -> str:
    if len(text) > question.longest:
        raise Mistake(
            question.key,
            f"Raccourcissez votre texte, qui compte {len(text)} caractères pour {question.longest} au plus.",
        )
    return text


def email(question: Question, typed: str) -> str:
    """An e-mail address. Raises Mistake."""
    try:
        validate_email(typed)
        if len(typed) > _LONGEST_EMAIL:
            raise ValidationError("")
    except ValidationError:
        raise Mistake(question.key, "Écrivez une adresse électronique complète, par exemple nom@exemple.fr.") from None
    return typed


def phone(question: Question, typed: str) -> str:
    """A telephone number, French by twos, foreign with its sign plus. Raises Mistake."""
    digits = _SEPARATORS.sub("", typed)
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    if digits.startswith("+33"):
        digits = f"0{digits[3:].removeprefix('0')}"
    if _FRENCH_PHONE.fullmatch(digits):
        return " ".join(digits[place : place + 2] for place in range(0, 10, 2))
    if _FOREIGN_PHONE.fullmatch(digits):
        return digits
    raise Mistake(
        question.key,
        "Écrivez un numéro à dix chiffres, par exemple 01 99 00 12 34, ou commencez par l’indicatif de votre pays, "
        "par exemple +32 2 555 12 12.",
    )


def address(question: Question, typed: dict[str, str]) -> dict[str, str]:
    """A postal address, each part in one line. Raises Mistake."""
    mistakes = [Mistake(part(question, name), said) for name, said in _ASKED.items() if not typed[name]]
    mistakes += [
        Mistake(part(question, name), f"Raccourcissez cette ligne à {_LONGEST_LINE} caractères.")
        for name, text in typed.items()
        if len(text) > _LONGEST_LINE
    ]
    in_france = not typed["country"] or typed["country"].casefold() == "france"
    if in_france and typed["postcode"] and not re.fullmatch("[0-9]{5}", typed["postcode"].replace(" ", "")):
        mistakes.append(Mistake(part(question, "postcode"), "Écrivez le code postal en cinq chiffres."))
    if mistakes:
        raise Mistake.several(mistakes)
    if in_france:
        typed = {**typed, "postcode": typed["postcode"].replace(" ", "")}
    return typed
