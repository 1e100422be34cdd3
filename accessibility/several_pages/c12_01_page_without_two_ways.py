"""12.1.1: a page that offers fewer ways of navigating than the others.

The test asks two ways of the set of pages, not of each page, and leaves out the steps of a process: whether a page
without them belongs to the set, or is a step, is for a person to say. She is asked where most other pages of the same
language have two ways among a menu, a search and a link to the site map.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.1.1
"""

from collections.abc import Iterator

from accessibility.several_pages.base import Remark, SeveralPagesRule
from accessibility.several_pages.site import Site, SitePage, agree

_WAYS = ("menu", "recherche", "lien vers le plan du site")


def _look(site: Site) -> Iterator[tuple[SitePage, Remark | None]]:
    by_language: dict[str, list[SitePage]] = {}
    for page in site.pages:
        if not page.in_process:
            by_language.setdefault(page.traits.language, []).append(page)
    for pages in by_language.values():
        ways = {page.key: _ways(page, site) for page in pages}
        having = sum(len(found) > 1 for found in ways.values())
        if not agree(having, len(pages)):
            continue
        for page in pages:
            yield page, None if len(ways[page.key]) > 1 else _remark(ways[page.key], having)


def _ways(page: SitePage, site: Site) -> list[str]:
    traits = page.traits
    found = (bool(site.shared_menus(page)), bool(traits.searches), bool(traits.maps) or traits.is_map)
    return [way for way, is_there in zip(_WAYS, found, strict=True) if is_there]


def _remark(ways: list[str], having: int) -> Remark:
    has = "n’a ni le menu des autres, ni recherche, ni lien vers le plan du site"
    if ways:
        has = f"n’a que ce moyen de naviguer\u00a0: {ways[0]}"
    return Remark(
        f"Vérifiez si cette page fait partie du même ensemble que les autres\u00a0: elle {has}, alors que {having} "
        "pages en offrent deux.",
        certain=False,
    )


RULE = SeveralPagesRule(
    asks=("12.1.1",),
    look=_look,
    fix="Donnez à cette page le menu et la recherche, ou le lien vers le plan du site, des autres pages.",
)
