"""9.3.1: a list that is seen as such is made of `ul` and `li`, or of the roles list and listitem.

The glossary (« Listes ») calls a list what shows a marker such as « • » before each item. Two paragraphs or more in a
row that begin with a bullet are a list without its elements: certain. Hyphens, dashes and asterisks may be a dialogue
or a note, and a person decides.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#9.3.1
"""

from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import exposed, in_generated_code
from accessibility.page.siblings import elements_around
from accessibility.page.text import quote, squash
from accessibility.page.typed_lists import BULLET, DASH, mark_of
from accessibility.rules.base import Answer, Rule


def _marker(node: Node | None) -> str:
    if node is None or node.tag not in ("p", "div") or any(node.find("p", "div", "ul", "ol", "table")):
        return ""
    mark = mark_of(squash(node.raw_text))
    return mark if mark in (BULLET, DASH) else ""


def _neighbour(node: Node, step: int) -> Node | None:
    before, after = elements_around(node, 1, 1)
    return next(iter(after if step > 0 else before), None)


def _applicability(page: Page) -> list[Node]:
    """The paragraphs that begin with a marker, out of real lists."""
    blocks = [node for node in page.select("p", "div") if node.namespace == HTML and _marker(node)]
    outside = (node for node in blocks if node.explicit_role != "listitem" and node.closest("li", "pre") is None)
    return exposed(in_generated_code(outside))


def _expectation(node: Node, page: Page) -> Answer:
    """The answer is given on the first of two paragraphs or more in a row with the same kind of marker."""
    if not _marker(_neighbour(node, 1)) == _marker(node) != _marker(_neighbour(node, -1)):
        return Answer.MEETS
    return Answer.FAILS if _marker(node) == BULLET else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    fails=("9.3.1",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: f"Une liste est écrite avec des puces tapées à la main\u00a0: {quote(node.raw_text)}.",
    review_message=lambda node, page: (
        f"Vérifiez si ces paragraphes qui commencent par un tiret forment une liste\u00a0: {quote(node.raw_text)}."
    ),
    fix="Supprimez les signes du début et utilisez la liste à puces de l’éditeur (<ul> et <li>).",
)
