"""12.6.1: the header, the navigation, the main content, the footer and the search can be reached or skipped.

A zone meets the test by a landmark, by a heading, by a button just before it that hides it, by a link that skips it or
by a link that leads to it. The page has zones that are called header, menu or footer by their identifier, and links
to other pages; it has no landmark, no link within itself and no button at all, and such a zone neither holds a heading
nor follows one: nothing is left that could meet the test for it.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.6.1
"""

import re

from accessibility.page.landmarks import landmarks
from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import in_main_document, shown
from accessibility.page.text import has_words
from accessibility.rules.base import Answer, Rule

_ZONES = {
    "l’en-tête": re.compile(r"(?:site-?|page-?)?header|en-?tete|banner|bandeau", re.IGNORECASE),
    "la navigation": re.compile(
        r"(?:main-?|site-?)?nav(?:igation|bar)?|menu(?:-?(?:principal|haut|main))?|(?:main-?)menu", re.IGNORECASE
    ),
    "le pied de page": re.compile(r"(?:site-?|page-?)?footer|pied(?:-?(?:de-?)?page)?", re.IGNORECASE),
}
_LANDMARKS = ("complementary", "form", "region", "search", "banner", "navigation", "main", "contentinfo")
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BUTTONS = ("button", "summary", "details", "dialog")
_FEWEST_ZONES = 2
_FEWEST_LINKS = 2


def _kind(node: Node) -> str:
    identifier = (node.get("id") or "").replace("_", "-")
    return next((name for name, pattern in _ZONES.items() if pattern.fullmatch(identifier)), "")


def _zones(page: Page) -> list[Node]:
    found = [n for n in page.select("div", "ul", "table", "td") if n.namespace == HTML and n.has("id") and _kind(n)]
    return [n for n in in_main_document(shown(found), page) if has_words(n.raw_text)]


def _leads_to_other_pages(page: Page, zones: list[Node]) -> bool:
    addresses = {link.get("href") or "" for zone in zones for link in zone.find("a") if link.has("href")}
    pages = {a for a in addresses if a and not re.match(r"(?:[a-z]+:(?!//)|#)", a, re.IGNORECASE)}
    return len(pages) >= _FEWEST_LINKS


def _has_general_means(page: Page) -> bool:
    """Something in the page may be a landmark, a link to a zone or a button that hides one."""
    roles = (*_LANDMARKS, "button")
    inner = (n for n in page.with_attribute("href") if "#" in (n.get("href") or "") and n.tag in ("a", "area"))
    buttons = (n for n in page.select("input") if (n.get("type") or "").lower() in ("button", "image", "checkbox"))
    return bool(
        landmarks(page)
        or page.with_role(*roles)
        or page.select(*_BUTTONS, "aside", "section", "search", "header", "footer", "iframe", "frameset")
        or any(inner)
        or any(buttons)
        or page.opaque
    )


def _is_heading(node: Node) -> bool:
    return node.tag in _HEADINGS or node.explicit_role == "heading"


def _has_heading(zone: Node) -> bool:
    """A heading inside the zone, or in what is just before it."""
    siblings = zone.parent.elements if zone.parent else []
    position = next((i for i, n in enumerate(siblings) if n is zone), 0)
    places = [zone, *siblings[max(position - 1, 0) : position]]
    return any(_is_heading(n) for place in places for n in (place, *place.descendants()))


def _applicability(page: Page) -> list[Node]:
    zones = _zones(page)
    kinds = {_kind(zone) for zone in zones}
    return zones if len(kinds) >= _FEWEST_ZONES and _leads_to_other_pages(page, zones) else []


def _expectation(zone: Node, page: Page) -> Answer:
    return Answer.MEETS if _has_general_means(page) or _has_heading(zone) else Answer.FAILS


RULE = Rule(
    fails=("12.6.1",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message=lambda zone, page: (
        f"Rien ne permet d’atteindre ni d’éviter {_kind(zone)}\u00a0: ni repère, ni titre, ni bouton, ni lien d’accès."
    ),
    fix="Utilisez les balises <header>, <nav>, <main> et <footer> à la place des <div> qui marquent ces zones.",
)
