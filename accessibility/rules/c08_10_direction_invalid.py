"""8.10.2: a change of reading direction has a valid and relevant value.

The test allows `rtl` and `ltr`. `auto` is valid HTML but not in the test's list, so that a person decides; anything
else is ignored by browsers and changes nothing. A value is relevant when the letters of the text agree with it. Right
to left around no such letter takes a person, and so does a mixed text; left to right around a text wholly in Arabic or
Hebrew letters is wrong for certain.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.10.2
"""

from accessibility.page.direction import is_mostly_right_to_left, right_to_left_letters, text_directed_by
from accessibility.page.model import Node, Page
from accessibility.page.scope import html_elements
from accessibility.page.text import quote
from accessibility.rules.base import Answer, Rule

_ENOUGH_LETTERS = 3


def _expectation(node: Node, page: Page) -> Answer:
    value = (node.get("dir") or "").lower()
    if value not in ("ltr", "rtl"):
        return Answer.A_PERSON_MUST_LOOK if value == "auto" else Answer.FAILS
    text = text_directed_by(node)
    letters = right_to_left_letters(text)
    if value == "rtl":
        return Answer.MEETS if is_mostly_right_to_left(text) else Answer.A_PERSON_MUST_LOOK
    if not letters:
        return Answer.MEETS
    is_whole = letters >= _ENOUGH_LETTERS and letters == sum(character.isalpha() for character in text)
    return Answer.FAILS if is_whole else Answer.A_PERSON_MUST_LOOK


def _message(node: Node, page: Page) -> str:
    value = (node.get("dir") or "").lower()
    if value == "ltr":
        return f"Le texte {quote(text_directed_by(node))} se lit de droite à gauche, et la page dit le contraire."
    return f"Le sens de lecture {quote(node.get('dir') or '')} n’existe pas."


def _review_message(node: Node, page: Page) -> str:
    value, text = node.get("dir") or "", text_directed_by(node)
    if value.lower() == "auto":
        return 'Le sens de lecture est laissé au navigateur (dir="auto").'
    return f'Vérifiez que le sens de lecture indiqué, dir="{value}", est bien celui de {quote(text)}.'


RULE = Rule(
    decides=("8.10.2",),
    applicability=lambda page: [node for node in html_elements(page) if node.has("dir")],
    expectation=_expectation,
    message=_message,
    review_message=_review_message,
    fix=(
        'Écrivez dir="rtl" pour un texte qui se lit de droite à gauche, dir="ltr" de gauche à '
        "droite, ou supprimez l’attribut."
    ),
)
