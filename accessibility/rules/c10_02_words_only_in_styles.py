"""10.2.1: no visible information vanishes with the style sheets.

Two words or more that `::before` or `::after` puts in the flow of the page, and that neither a text nor an attribute
of the page holds, vanish with the style sheets. Those of a pseudo-element that may not be seen, and signs, icons of a
private font and single words, which may be decoration, are left to a person. So are « en savoir plus » and the like,
which may say no more than the link that holds them.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.2.1
"""

import re

from accessibility.page.links import is_generic
from accessibility.page.model import HTML, TEXT, Node, Page
from accessibility.page.once import once_a_page
from accessibility.page.scope import exposed
from accessibility.page.text import quote, words
from accessibility.rules.base import Answer, Rule

_WORD = re.compile(r"[^\W\d_]{3,}")
_FEWEST_WORDS = 2
_NO_TEXT = ("style", "script", "template", "head")


def _written(node: Node) -> str:
    return node.styles.get("::seen", "")


@once_a_page
def _said_by_the_page(page: Page) -> str:
    parts = [n.text for n in page.nodes if n.tag == TEXT and n.closest(*_NO_TEXT) is None]
    parts += [v for n in page.nodes for name, v in n.attributes.items() if name not in ("class", "style", "id")]
    return " ".join(words(" ".join(parts)))


def _applicability(page: Page) -> list[Node]:
    """The first of the elements that get the same words."""
    found: dict[str, Node] = {}
    for node in page.nodes:
        if node.is_element and node.namespace == HTML and len(_WORD.findall(_written(node))) >= _FEWEST_WORDS:
            found.setdefault(_written(node), node)
    return exposed(found.values())


def _is_in_sight(node: Node) -> bool:
    around = (node, *node.ancestors())
    if any(n.styles.get("opacity", "1") != "1" or "clip-path" in n.styles for n in around if n.is_element):
        return False
    x, y, width, height = node.rectangle or (0, 0, 0, 0)
    return width > len(_written(node)) * 2 and height > 6 and x >= 0 and y >= 0


def _expectation(node: Node, page: Page) -> Answer:
    said = _said_by_the_page(page)
    if " ".join(words(_written(node))) in said or not _is_in_sight(node):
        return Answer.MEETS
    alone = all(word not in said for word in words(" ".join(_WORD.findall(_written(node)))))
    return Answer.FAILS if alone and not is_generic(_written(node)) else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    fails=("10.2.1",),
    applicability=_applicability,
    expectation=_expectation,
    needs_rendering=True,
    message=lambda node, page: (
        f"Le texte {quote(_written(node))} n’est que dans la feuille de styles\u00a0: il disparaît avec elle."
    ),
    review_message=lambda node, page: (
        f"Le texte {quote(_written(node))} vient de la feuille de styles\u00a0: s’il informe, il manque à la page."
    ),
    fix="Écrivez ce texte dans la page, et gardez la feuille de styles pour son apparence.",
)
