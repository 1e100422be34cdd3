"""9.3.1 and 9.3.2: a list that is seen as such is made of list elements, or of the roles list and listitem.

The glossary (« Listes ») calls a list what shows a marker or a number before each item. Lines cut by line breaks that
begin with a bullet, two or more in a row, are a list without its elements: certain. Dashes may be a dialogue, numbers
that follow may be articles of an act, in lines or in paragraphs: a person decides.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#9.3.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.text import quote
from accessibility.page.typed_lists import BULLET, DASH, blocks_with_typed_marks, kind_of_list
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    kind = kind_of_list(node)
    if kind == BULLET:
        return Answer.FAILS
    return Answer.A_PERSON_MUST_LOOK if kind else Answer.MEETS


RULE = Rule(
    fails=("9.3.1",),
    asks=("9.3.2",),
    tests_of=lambda node: ("9.3.1",) if kind_of_list(node) in (BULLET, DASH) else ("9.3.2",),
    applicability=blocks_with_typed_marks,
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: (
        f"Une liste est écrite ligne à ligne, avec des puces tapées\u00a0: {quote(node.raw_text)}."
    ),
    review_message=lambda node, page: (
        f"Vérifiez si ces lignes, précédées d’un tiret ou d’un numéro, forment une liste\u00a0: {quote(node.raw_text)}."
    ),
    fix="Supprimez les signes du début et utilisez la liste de l’éditeur (<ul> ou <ol>, et <li>).",
)
