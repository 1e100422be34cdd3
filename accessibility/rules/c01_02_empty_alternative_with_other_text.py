"""1.2.1 and 1.2.2: a decorative image has no other alternative than an empty one.

An image with `alt=""` and a filled `title` or ARIA label says two things: decoration, with an attribute that the test
forbids, or information, whose alternative is that attribute (1.1.1). Only a person who sees the image can tell.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.2.1
"""

from accessibility.page.images import decoration_test, images
from accessibility.page.model import Node, Page
from accessibility.page.names import labelling_text
from accessibility.page.scope import exposed, in_captioned_figure, is_presentational
from accessibility.page.text import is_blank
from accessibility.rules.base import Answer, Rule


def _applicability(page: Page) -> list[Node]:
    empty = [
        node
        for node in images(page)
        if node.get("alt") == "" and (node.tag == "img" or (node.tag == "area" and not node.has("href")))
    ]
    return [node for node in exposed(empty) if not is_presentational(node) and not in_captioned_figure(node)]


def _expectation(node: Node, page: Page) -> Answer:
    others = (node.get("title") or "", node.get("aria-label") or "", labelling_text(node, page))
    return Answer.MEETS if all(map(is_blank, others)) else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    asks=("1.2.1", "1.2.2"),
    tests_of=decoration_test,
    applicability=_applicability,
    expectation=_expectation,
    message="L’image a une alternative vide, mais un autre attribut lui donne un texte.",
    fix="Si l’image est décorative, supprimez cet attribut. Sinon, écrivez ce texte dans l’alternative.",
)
