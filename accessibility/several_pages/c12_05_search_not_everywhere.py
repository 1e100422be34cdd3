"""12.5.1: the search is reached in the same way from every page.

Pages with the same menu are compared. Where most have a search, or a control that leads to one, a page without any
fails. A page on which something else may search (a field for any text, a control without a name, a word of search),
which was not seen whole, or a site that adds its search by a script, takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.5.1
"""

from functools import partial

from accessibility.several_pages.access import missing
from accessibility.several_pages.base import SeveralPagesRule

RULE = SeveralPagesRule(
    fails=("12.5.1",),
    look=partial(
        missing,
        accesses=lambda page: page.traits.searches,
        may_lead=lambda page: page.traits.may_search,
        what="d’accès au moteur de recherche",
    ),
    fix="Mettez la recherche dans le gabarit commun, à la même place sur toutes les pages.",
)
