"""8.6.1: the title of the page is relevant.

Whether a title identifies the page takes a person, who compares it with the main heading and with the other pages.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.6.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.scope import exposed
from accessibility.page.text import quote
from accessibility.page.titles import title_elements
from accessibility.rules.base import Rule, a_person_must_look


def _review_message(node: Node, page: Page) -> str:
    headings = (accessible_name(heading, page).text for heading in exposed(page.select("h1")))
    heading = next((text for text in headings if text), "")
    beside = f"son titre principal est {quote(heading)}" if heading else "elle n’a pas de titre principal (h1)"
    return (
        f"Vérifiez que le titre de la page, {quote(node.raw_text)}, dit ce qu’elle contient et la distingue des autres"
        f"\u00a0: {beside}."
    )


RULE = Rule(
    asks=("8.6.1",),
    applicability=title_elements,
    expectation=a_person_must_look,
    message="",
    review_message=_review_message,
    fix="Écrivez ce qui distingue la page, puis le nom du site, par exemple «\u00a0Piscine – Sauveterre\u00a0».",
)
