"""12.3.1, 12.3.2 and 12.3.3: the site map reflects the site, and its links lead where they say.

Whether it represents the architecture of the site is for a person to judge: she is told how many links it has, and how
many of the pages that were judged are in none of them. A page may well be left out that is reached from another.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.3.1
"""

from collections.abc import Iterator

from accessibility.several_pages.base import Remark, SeveralPagesRule
from accessibility.several_pages.site import Site, SitePage
from accessibility.several_pages.traits import spot


def _look(site: Site) -> Iterator[tuple[SitePage, Remark | None]]:
    for page in site.site_maps:
        yield page, _question(page, site)


def _question(page: SitePage, site: Site) -> Remark:
    listed = {spot(link.address) for link in page.traits.listed}
    absent = sum(listed.isdisjoint(other.spots) for other in site.pages if other is not page)
    return Remark(
        f"Vérifiez que le plan du site reflète le site et que ses liens mènent où ils l’annoncent ({len(listed)} "
        f"adresses\u00a0; {absent} des {len(site.pages) - 1} autres pages auditées n’y figurent pas).",
        certain=False,
    )


RULE = SeveralPagesRule(
    asks=("12.3.1", "12.3.2", "12.3.3"),
    look=_look,
    fix="Complétez le plan du site avec les rubriques qui lui manquent, et corrigez ses liens.",
)
