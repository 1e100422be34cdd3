"""12.3.2: the links of the site map work.

On the page whose heading is « Plan du site », a link of the content whose address is empty, « # », the identifier of
nothing in the page, a file of somebody's computer or an address without server leads to no page. The first ones fail on
a page without scripts, which could catch the click; otherwise a person tries them. The link to the map itself and those
that go back to the top are left out.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.3.2
"""

import re

from accessibility.page.landmarks import target_of
from accessibility.page.model import HTML, Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.scope import exposed, in_generated_code, in_main_document
from accessibility.page.sight import has_scripts
from accessibility.page.text import has_words, quote, squash
from accessibility.rules.base import Answer, Rule

_SITE_MAP = re.compile(r"(?:le )?plan d[eu] (?:ce |notre )?site(?: internet| web)?|site ?map", re.IGNORECASE)
_NO_SERVER = re.compile(r"file:|[a-z]:\\|https?:/*\Z", re.IGNORECASE)
_ELSEWHERE = ("header", "nav", "footer", "aside")
_TO_THE_TOP = re.compile(r"haut|\btop\b|retour|back|d[ée]but", re.IGNORECASE)


def _is_site_map(page: Page) -> bool:
    headings = in_main_document(exposed(page.select("h1")), page)
    return any(_SITE_MAP.fullmatch(squash(heading.raw_text)) for heading in headings)


def _is_of_the_map(link: Node, page: Page) -> bool:
    name = accessible_name(link, page).text
    in_content = link.closest("main") is not None or link.closest(*_ELSEWHERE) is None
    return in_content and has_words(name) and not _SITE_MAP.fullmatch(name) and not _TO_THE_TOP.search(name)


def _applicability(page: Page) -> list[Node]:
    if not _is_site_map(page):
        return []
    links = (node for node in page.select("a") if node.namespace == HTML and node.has("href"))
    shown = in_main_document(exposed(in_generated_code(links)), page)
    return [link for link in shown if _is_of_the_map(link, page)]


def _expectation(link: Node, page: Page) -> Answer:
    address = (link.get("href") or "").strip()
    if _NO_SERVER.match(address):
        return Answer.FAILS
    if address in ("", "#") or (address.startswith("#") and target_of(link, page) is None):
        return Answer.A_PERSON_MUST_LOOK if has_scripts(page) else Answer.FAILS
    return Answer.MEETS


RULE = Rule(
    fails=("12.3.2",),
    applicability=_applicability,
    expectation=_expectation,
    message=lambda link, page: (
        f"Le lien {quote(accessible_name(link, page).text)} du plan du site ne mène à aucune page."
    ),
    fix="Donnez au lien l’adresse de la page, ou retirez du plan une page qui n’existe plus.",
)
