"""Access to the search or to the site map, compared over pages that belong together."""

from collections import Counter
from collections.abc import Callable, Iterator

from accessibility.several_pages.base import Remark
from accessibility.several_pages.site import Site, SitePage, agree
from accessibility.several_pages.traits import ABOVE, AFTER, BEFORE, BELOW, Access, Part

Accesses = Callable[[SitePage], tuple[Access, ...]]

_PLACES = {
    BEFORE: "avant le contenu principal dans le code",
    AFTER: "après le contenu principal dans le code",
    ABOVE: "au-dessus du contenu principal",
    BELOW: "sous le contenu principal",
}


def missing(
    site: Site, accesses: Accesses, may_lead: Callable[[SitePage], bool], what: str
) -> Iterator[tuple[SitePage, Remark | None]]:
    """The pages without the access that most of those with the same menu have.

    Certain where all of the page was seen, nothing on it may be that access by another name, and the access of the
    others is in their source, so that no script was late. `what`: the access in French, with its article.
    """
    for pages in site.sets:
        having = [page for page in pages if accesses(page)]
        if not agree(len(having), len(pages)):
            continue
        arrivals = {access.spot for page in having for access in accesses(page) if access.spot}
        written = all(any(access.part.written for access in accesses(page)) for page in having)
        for page in pages:
            if page in having:
                yield page, None
            elif arrivals.isdisjoint(page.spots):
                doubtful = may_lead(page) or not page.traits.whole or not arrivals.isdisjoint(page.traits.links)
                yield page, _missing(what, len(having), certain=written and not doubtful)


def _missing(what: str, having: int, *, certain: bool) -> Remark:
    others = f"alors que {having} autres pages qui ont le même menu l’offrent"
    if certain:
        return Remark(f"Cette page n’offre pas {what}, {others}.")
    return Remark(
        f"Vérifiez qu’il ne manque pas {what} sur cette page\u00a0: rien de tel n’y a été reconnu, {others}.",
        certain=False,
    )


def moved(
    site: Site, accesses: Accesses, what: str, tests: tuple[str, str]
) -> Iterator[tuple[SitePage, Remark | None]]:
    """The pages whose access is on the other side of the main content than that of most pages with the same menu.

    `tests`: that about the place on the screen, and that about the order of the code.
    """
    for pages in site.sets:
        concerned = [page for page in pages if _shown(accesses(page))]
        remarks: dict[object, list[Remark]] = {page.key: [] for page in concerned}
        for side, test in ((lambda part: part.screen, tests[0]), (lambda part: part.code, tests[1])):
            for page, usual, here, part in displaced(concerned, lambda page: _shown(accesses(page)), side):
                said = f"{what} est ici {_PLACES[here]}, et {_PLACES[usual]} sur les autres pages."
                remarks[page.key].append(Remark(said, part=part, tests=(test,)))
        for page in concerned:
            yield from ((page, remark) for remark in remarks[page.key] or [None])


def _shown(accesses: tuple[Access, ...]) -> list[Part]:
    return [access.part for access in accesses if access.part.shown]


def displaced(
    pages: list[SitePage], parts: Callable[[SitePage], list[Part]], side: Callable[[Part], str]
) -> Iterator[tuple[SitePage, str, str, Part]]:
    """The pages that have their parts on one side only, where most pages have theirs on the other only."""
    sides = {page.key: {side(part) for part in parts(page)} for page in pages}
    known = [page for page in pages if len(sides[page.key]) == 1 and sides[page.key] <= set(_PLACES)]
    counted = Counter(next(iter(sides[page.key])) for page in known)
    if not counted:
        return
    usual, count = counted.most_common(1)[0]
    if not agree(count, len(pages)):
        return
    for page in known:
        here = next(iter(sides[page.key]))
        if here != usual:
            yield page, usual, here, parts(page)[0]


def place_in_french(side: str) -> str:
    """Where a part stands, for a sentence."""
    return _PLACES[side]
