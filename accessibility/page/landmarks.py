"""The large zones of a page, by their landmarks, and the links that move within it."""

from urllib.parse import unquote

from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import in_generated_code, in_main_document

_ZONES = {
    "en-tête": ("header", "banner"),
    "navigation": ("nav", "navigation"),
    "contenu": ("main", "main"),
    "recherche": ("search", "search"),
    "pied de page": ("footer", "contentinfo"),
}
_SECTIONS = ("article", "aside", "main", "nav", "section")


def landmarks(page: Page) -> list[str]:
    """The French names of the kinds of zones that have a landmark."""
    found = []
    for name, (tag, role) in _ZONES.items():
        natives = (n for n in page.select(tag) if n.namespace == HTML and n.explicit_role in ("", role))
        whole = tag not in ("header", "footer")
        if page.with_role(role) or any(whole or n.parent and n.parent.closest(*_SECTIONS) is None for n in natives):
            found.append(name)
    return found


def inner_links(page: Page) -> list[Node]:
    """The links of the page's own document that lead somewhere else in it, given to all, in document order."""
    found = [n for n in page.select("a") if n.namespace == HTML and len(n.get("href") or "") > 1]
    inner = (n for n in found if (n.get("href") or "").startswith("#"))
    return [n for n in in_main_document(in_generated_code(inner), page) if not n.is_hidden_from_assistive_technology]


def target_of(link: Node, page: Page) -> Node | None:
    """The element that a link within the page leads to, by its id or name; `#top` is the page itself."""
    for fragment in ((link.get("href") or "")[1:], unquote((link.get("href") or "")[1:])):
        if fragment.lower() == "top":
            return page.root
        if (found := page.by_id(fragment, link)) is not None:
            return found
        if named := [n for n in page.with_attribute("name") if n.get("name") == fragment and n.tag == "a"]:
            return named[0]
    return None
