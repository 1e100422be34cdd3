"""12.3.2 and 12.3.3: the links of the site map work.

A link of the main content of the site map that leads to an address to which the server answered, in this same visit,
that it is not there (404) or is gone (410), neither works nor leads to the page that it announces. Other errors may
pass: nothing is said of them.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.3.2
"""

from collections.abc import Iterator

from accessibility.page.text import quote
from accessibility.several_pages.base import Remark, SeveralPagesRule
from accessibility.several_pages.site import Site, SitePage
from accessibility.several_pages.traits import ListedLink, Part, spot


def _look(site: Site) -> Iterator[tuple[SitePage, Remark | None]]:
    for page in site.site_maps:
        broken = [link for link in page.traits.listed if spot(link.address) in site.gone]
        for link in broken:
            yield page, _remark(link, site.gone[spot(link.address)])
        if not broken:
            yield page, None


def _remark(link: ListedLink, status: int) -> Remark:
    return Remark(
        f"Le lien {quote(link.name)} du plan du site mène à une page qui n’existe pas (réponse {status} du serveur).",
        part=Part(link.targets, link.html),
    )


RULE = SeveralPagesRule(
    fails=("12.3.2", "12.3.3"),
    look=_look,
    fix="Retirez ce lien du plan du site, ou corrigez son adresse.",
)
