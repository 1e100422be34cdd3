"""10.1.1: no element of presentation in the generated code.

The glossary lists them; `u` is one only when the document type is not HTML 5. The test is about the code, so that
hidden elements count; templates do not, and SVG's own `font` is another element. Nothing else is asked: the test is
decided.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.1.1
"""

from accessibility.page.doctype import is_html5
from accessibility.page.model import Node, Page
from accessibility.page.presentation import ELEMENTS
from accessibility.page.scope import html_elements, in_main_document, roots
from accessibility.rules.base import Answer, Rule


def _forbidden_here(page: Page) -> list[Node]:
    found = [node for node in html_elements(page) if node.tag in ELEMENTS]
    if not is_html5(page.doctype):
        found += in_main_document((node for node in html_elements(page) if node.tag == "u"), page)
    return found


RULE = Rule(
    decides=("10.1.1",),
    applicability=lambda page: [*roots(page), *_forbidden_here(page)],
    expectation=lambda node, page: Answer.MEETS if node is page.root else Answer.FAILS,
    message=lambda node, page: f"La balise <{node.tag}> sert à la présentation.",
    fix="Supprimez cette balise et gardez son texte. L’apparence se règle dans la feuille de styles.",
)
