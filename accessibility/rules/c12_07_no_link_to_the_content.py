"""12.7.1: a link leads to the main content, or skips what comes before it.

The page begins its text with a navigation that leads to other pages of the site, which is thus not made of this page
alone, and goes on with a paragraph outside of any zone. No link of the page leads anywhere within it, and no script can
move the reader: neither headings nor landmarks stand in for that link.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.7.1
"""

from urllib.parse import urlsplit

from accessibility.page.model import HTML, Node, Page
from accessibility.page.outgoing import address_of_link
from accessibility.page.scope import in_main_document, shown
from accessibility.page.sight import Sight, sees
from accessibility.rules.base import Answer, Rule

_ZONES = ("nav", "header", "footer", "aside", "dialog", "search")
_ZONE_ROLES = ("navigation", "banner", "contentinfo", "complementary", "search", "dialog")
_SHORTEST_TEXT = 60


def _leads_elsewhere(navigation: Node, page: Page) -> bool:
    here = urlsplit(page.url)
    for link in navigation.find("a"):
        there = urlsplit(address_of_link(page, link))
        if there.path and (there.scheme, there.netloc) == (here.scheme, here.netloc) and there.path != here.path:
            return True
    return False


def _first_text(page: Page) -> Node | None:
    """The first paragraph of some length outside of the zones around the content."""
    zones = {zone.index for zone in page.with_role(*_ZONE_ROLES)}
    return next(
        (
            node
            for node in in_main_document(shown(page.select("p")), page)
            if len(" ".join(node.raw_text.split())) >= _SHORTEST_TEXT
            and not any(around.tag in _ZONES or around.index in zones for around in node.ancestors())
        ),
        None,
    )


def _applicability(page: Page) -> list[Node]:
    navigations = [n for n in (*page.select("nav"), *page.with_role("navigation")) if n.namespace == HTML]
    first = min(in_main_document(shown(navigations), page), key=lambda node: node.index, default=None)
    text = _first_text(page) if first is not None else None
    if text is None or first.index > text.index or not _leads_elsewhere(first, page):
        return []
    return [first]


def _expectation(node: Node, page: Page) -> Answer:
    leading = (link for link in page.with_attribute("href", "action") if link.tag in ("a", "area", "form"))
    inside = any("#" in (link.get("href") or link.get("action") or "") for link in leading)
    return Answer.FAILS if not inside and sees(page, Sight.LASTING) else Answer.MEETS


RULE = Rule(
    fails=("12.7.1",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message="Rien ne permet de passer cette navigation\u00a0: aucun lien de la page ne mène à son contenu principal.",
    fix='Ajoutez en tête de page un lien «\u00a0Aller au contenu\u00a0» vers la balise <main id="contenu">.',
)
