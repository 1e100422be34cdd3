"""The search of a site: what searches on a page, or leads to a page that does, and what may."""

import re

from accessibility.page.forms import form_of, is_search, type_of
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.once import once_a_page
from accessibility.page.scope import in_generated_code
from accessibility.several_pages.places import Places, about, address_of, controls, has_no_name, said
from accessibility.several_pages.traits import Access, spot

_SEARCH = re.compile(r"\brecherch|\bsearch\b", re.IGNORECASE)
_TO_SEARCH = re.compile(
    r"(?:(?:ouvrir|afficher|lancer|faire|accéder à|aller à) )?(?:la |une |le )?(?:moteur de )?"
    r"(?:rechercher?|search)(?: (?:sur|dans|the) (?:le |ce )?site)?",
    re.IGNORECASE,
)
_MAY_BE_SEARCH = re.compile(r"cherch|search|loupe|trouve|find", re.IGNORECASE)
_IN_SOURCE = re.compile(r"role=[\"']?search|type=[\"']?search|<search\b|cherch", re.IGNORECASE)
_TEXT_FIELDS = ("text", "search", "textbox", "searchbox", "combobox")


def accesses(page: Page, places: Places) -> tuple[Access, ...]:
    """The forms that search and the controls that lead to a search, those of the content too."""
    return tuple(Access(places.part(node), spot(address_of(node, page))) for node in _found(page))


@once_a_page
def _found(page: Page) -> list[Node]:
    found: dict[Node, None] = {}
    for field in in_generated_code(node for node in page.nodes if _is_text_field(node)):
        form = form_of(field)
        zone = next((n for n in (field, *field.ancestors()) if n.tag == "search" or n.explicit_role == "search"), None)
        says = is_search(form, [field]) or _SEARCH.search(said(field, page)) or _SEARCH.search(about(form))
        if zone is not None or says:
            found[zone or (form if form.is_element else field)] = None
    for node in controls(page):
        alone = not any(other in node.ancestors() for other in found)
        if alone and _TO_SEARCH.fullmatch(accessible_name(node, page).text.strip()):
            found[node] = None
    return sorted(found, key=lambda node: node.index)


def may_search(page: Page) -> bool:
    """Something else may search: a field for any text, a control without a name, or one that speaks of it."""
    known = set(_found(page))

    def is_new(node: Node) -> bool:
        return node not in known and known.isdisjoint(node.ancestors())

    fields = (node for node in page.nodes if _is_text_field(node) and is_new(node))
    doubts = (
        has_no_name(node, page) or _MAY_BE_SEARCH.search(said(node, page)) for node in controls(page) if is_new(node)
    )
    return any(fields) or any(doubts) or bool(not known and _IN_SOURCE.search(page.source))


def _is_text_field(node: Node) -> bool:
    if not node.is_element or node.is_inert:
        return False
    return node.explicit_role in _TEXT_FIELDS or (node.tag == "input" and type_of(node) in _TEXT_FIELDS)
