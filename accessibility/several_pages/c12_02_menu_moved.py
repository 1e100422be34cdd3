"""12.2.1: from page to page, the menus keep their place on the screen and their order in the code.

Pages are compared that have the same menu: the same links, but for a few. It fails on a page where the menu is on the
other side of the main content than on most of the others (before or after it in the code, above or below it on the
screen), where its links come in another order (technique F66 of WCAG), or where two menus have changed places. The home
page and the steps of a process are left out (special cases), and a page with a form to send, which may be such a step,
takes a person; a page without the menu is no subject of the test.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.2.1
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from accessibility.several_pages.access import displaced, place_in_french
from accessibility.several_pages.base import Remark, SeveralPagesRule
from accessibility.several_pages.order import same_order
from accessibility.several_pages.site import LEAST, Site, SitePage, agree
from accessibility.several_pages.traits import Menu, Part


def _look(site: Site) -> Iterator[tuple[SitePage, Remark | None]]:
    having: dict[int, list[SitePage]] = {}
    for page in site.pages:
        if not page.is_home and not page.in_process:
            for number in {number for menu, number in site.menus[page.key].items() if menu.part.shown}:
                having.setdefault(number, []).append(page)
    shared = {number: pages for number, pages in having.items() if len(pages) > LEAST}
    remarks: dict[object, list[Remark]] = {page.key: [] for pages in shared.values() for page in pages}
    for number, pages in shared.items():
        for page, remark in (*_displaced(site, number, pages), *_out_of_order(site, number, pages)):
            remarks[page.key].append(remark)
    for page, remark in _exchanged(site, shared):
        remarks[page.key].append(remark)
    for page in site.pages:
        if page.key in remarks:
            yield from ((page, _unless_a_step(page, remark)) for remark in remarks[page.key])
            if not remarks[page.key]:
                yield page, None


def _unless_a_step(page: SitePage, remark: Remark) -> Remark:
    """A page with a form to send may be a step of a process, to which the test does not apply."""
    if not page.traits.has_form:
        return remark
    message = (
        f"{remark.message} Vérifiez si la page est une étape d’une démarche\u00a0: le critère ne s’y applique pas."
    )
    return replace(remark, message=message, certain=False)


def _copies(site: Site, page: SitePage, number: int) -> list[Menu]:
    return [menu for menu, other in site.menus[page.key].items() if other == number and menu.part.shown]


def _displaced(site: Site, number: int, pages: list[SitePage]) -> Iterator[tuple[SitePage, Remark]]:
    def parts(page: SitePage) -> list[Part]:
        return [menu.part for menu in _copies(site, page, number)]

    said = set()
    for side in (lambda part: part.code, lambda part: part.screen):
        for page, usual, here, part in displaced(pages, parts, side):
            if page.key not in said:
                said.add(page.key)
                places = f"{place_in_french(here)}, et {place_in_french(usual)} sur les autres pages"
                yield page, Remark(f"Ce menu est ici {places}.", part=part)


def _out_of_order(site: Site, number: int, pages: list[SitePage]) -> Iterator[tuple[SitePage, Remark]]:
    copies = {page.key: _copies(site, page, number) for page in pages}
    usual = Counter(menu.links for menus in copies.values() for menu in menus).most_common(1)[0][0]
    others = [page for page in pages if not any(same_order(menu.links, usual) for menu in copies[page.key])]
    if agree(len(pages) - len(others), len(pages)):
        for page in others:
            count = len(pages) - len(others)
            message = f"Les liens de ce menu ne sont pas dans le même ordre que sur {count} autres pages."
            yield page, Remark(message, part=copies[page.key][0].part)


def _exchanged(site: Site, shared: dict[int, list[SitePage]]) -> Iterator[tuple[SitePage, Remark]]:
    orders: dict[object, list[int]] = {}
    pages = {page.key: page for having in shared.values() for page in having}
    for page in pages.values():
        numbers = [number for menu, number in site.menus[page.key].items() if menu.part.shown and number in shared]
        orders[page.key] = [number for number in numbers if numbers.count(number) == 1]
    several = {key: order for key, order in orders.items() if len(order) > 1}
    if not several:
        return
    usual = Counter(map(tuple, several.values())).most_common(1)[0][0]
    concerned = [key for key, order in several.items() if len(set(order) & set(usual)) > 1]
    others = [key for key in concerned if not same_order(several[key], usual)]
    if agree(len(concerned) - len(others), len(concerned)):
        for key in others:
            part = next(menu.part for menu, number in site.menus[key].items() if number == several[key][0])
            count = len(concerned) - len(others)
            yield (
                pages[key],
                Remark(f"Les menus ne se suivent pas dans le même ordre que sur {count} autres pages.", part=part),
            )


RULE = SeveralPagesRule(
    fails=("12.2.1",),
    look=_look,
    fix="Laissez au menu, sur toutes les pages, la même place et le même ordre, par un seul gabarit.",
)
