"""9.2.1: the main content of the page is in a `main` element.

In an HTML 5 document cut into zones (`header`, `nav` or `footer` of the page itself), what is outside them is the main
content, and the test asks for one visible `main`. Without any, it fails where there are words outside the zones. A role
main on another element, which the test does not name and assistive technologies know, takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#9.2.1
"""

from accessibility.page.doctype import is_html5
from accessibility.page.language import perceived_texts
from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import exposed, in_generated_code, in_main_document, roots
from accessibility.rules.base import Answer, Rule

_ZONES = ("header", "nav", "footer")
_SECTIONS = ("article", "aside", "section", "main")


def _visible(page: Page, *tags: str) -> list[Node]:
    found = (node for node in page.select(*tags) if node.namespace == HTML)
    return in_main_document(exposed(in_generated_code(found)), page)


def _applicability(page: Page) -> list[Node]:
    if not page.is_html or not is_html5(page.doctype):
        return []
    zones = (node for node in _visible(page, *_ZONES) if node.closest(*_SECTIONS) is None)
    return roots(page) if any(zones) else []


def _expectation(root: Node, page: Page) -> Answer:
    if _visible(page, "main"):
        return Answer.MEETS
    if page.with_role("main"):
        return Answer.A_PERSON_MUST_LOOK
    outside = (text for text in perceived_texts(page) if text.closest(*_ZONES, "aside") is None)
    return Answer.FAILS if any(outside) else Answer.MEETS


RULE = Rule(
    fails=("9.2.1",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message="Le contenu principal de la page n’est pas dans une balise <main> visible.",
    review_message="Le contenu principal est annoncé par un rôle, et non par la balise <main>.",
    fix="Placez tout le contenu propre à la page dans une seule balise <main>, hors de <header>, <nav> et <footer>.",
)
