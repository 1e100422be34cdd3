"""9.2.1: header, navigation, main content and footer are marked up by `header`, `nav`, `main` and `footer`.

Whether each zone of the page is in the right element, and `nav` only where there is navigation, takes a person. One
question per HTML 5 page says which zones it has; a page without any may show some that are not marked up.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#9.2.1
"""

from accessibility.page.doctype import is_html5
from accessibility.page.language import perceived_texts
from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import exposed, in_generated_code, in_main_document
from accessibility.rules.base import Rule, a_person_must_look

_ZONES = ("header", "nav", "main", "footer")


def _zones(page: Page) -> list[Node]:
    if not page.is_html or not is_html5(page.doctype):
        return []
    found = (node for node in page.select(*_ZONES) if node.namespace == HTML)
    return in_main_document(exposed(in_generated_code(found)), page)


def _applicability(page: Page) -> list[Node]:
    if zones := _zones(page):
        return zones[:1]
    is_read = (
        page.is_html
        and is_html5(page.doctype)
        and any(page.tree_of(text) is page.document for text in perceived_texts(page))
    )
    return exposed(page.select("body"))[:1] if is_read else []


def _review_message(node: Node, page: Page) -> str:
    tags = [zone.tag for zone in _zones(page)]
    if not tags:
        return "Vérifiez que la page n’a ni en-tête, ni menu, ni pied de page\u00a0: aucun n’est dans la balise prévue."
    counts = ", ".join(f"{tags.count(tag)} {tag}" for tag in _ZONES)
    return (
        "Vérifiez que l’en-tête, les menus, le contenu principal et le pied de page sont chacun dans la balise prévue, "
        f"et que nav ne sert qu’aux menus\u00a0: la page a {counts}."
    )


RULE = Rule(
    asks=("9.2.1",),
    applicability=_applicability,
    expectation=a_person_must_look,
    message="",
    review_message=_review_message,
    fix="Utilisez <header>, <nav>, <main> et <footer> pour ces zones, et <div> pour le reste.",
)
