"""9.1.2: the content of each heading is relevant.

A heading made of punctuation only announces nothing. Signs that stand for something are not punctuation.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#9.1.2
"""

from accessibility.page.headings import headings
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.scope import exposed
from accessibility.page.text import is_only_punctuation, quote
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    name = accessible_name(node, page)
    if not is_only_punctuation(name.text):
        return Answer.MEETS
    return Answer.FAILS if name.certain else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    fails=("9.1.2",),
    applicability=lambda page: exposed(headings(page)),
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: f"Ce titre n’est que de la ponctuation, {quote(accessible_name(node, page).text)}.",
    review_message="Ce titre n’est peut-être que de la ponctuation.",
    fix="Écrivez ce que contient la partie, par exemple «\u00a0Horaires d’ouverture\u00a0», ou supprimez le titre.",
)
