"""12.1.1: a set of pages offers two ways of navigating among a menu, a site map and a search.

The test is about the set: it fails when the whole site was judged and nothing on any page is, or may be, a search or a
link to a site map, for a menu is then the only way. A site of very few pages, all reached from the home page, is
exempt: it fails only from ten pages, three of which the start page does not link to. Below, and where something may be
a search or lead to a site map, a person looks. The defect is said once, on the page that the crawl began with.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.1.1
"""

from collections.abc import Iterator

from accessibility.several_pages.absences import has_no_search, has_no_site_map
from accessibility.several_pages.base import Remark, SeveralPagesRule
from accessibility.several_pages.site import Site, SitePage

_MANY, _BEYOND_THE_START = 10, 3


def _look(site: Site) -> Iterator[tuple[SitePage, Remark | None]]:
    if not site.whole or len(site.pages) < 2 or site.start is None or site.start.depth:
        return
    found = any(page.traits.searches or page.traits.maps or page.traits.is_map for page in site.pages)
    yield site.start, None if found else _remark(site, site.start)


def _remark(site: Site, start: SitePage) -> Remark:
    beyond = [page for page in site.pages if page.depth > 1 and page.spots.isdisjoint(start.traits.links)]
    large = len(site.pages) >= _MANY and len(beyond) >= _BEYOND_THE_START
    count = len(site.pages)
    if large and has_no_search(site) and has_no_site_map(site):
        return Remark(f"Aucune des {count} pages du site n’a de moteur de recherche ni de lien vers un plan du site.")
    return Remark(
        f"Vérifiez que le site offre deux moyens de naviguer\u00a0: aucun moteur de recherche et aucun lien vers un "
        f"plan du site n’ont été reconnus sur ses {count} pages.",
        certain=False,
    )


RULE = SeveralPagesRule(
    fails=("12.1.1",),
    look=_look,
    fix="Ajoutez sur toutes les pages un moteur de recherche, ou un lien vers une page «\u00a0Plan du site\u00a0».",
)
