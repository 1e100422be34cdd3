"""12.4.1: the site map is reached in the same way from every page.

Pages with the same menu are compared. Where most have a link or a button to the site map, a page without any fails, the
site map itself left out. A page on which something else may lead there, which was not seen whole, or a site that adds
the link by a script, takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.4.1
"""

from functools import partial

from accessibility.several_pages.access import missing
from accessibility.several_pages.base import SeveralPagesRule

RULE = SeveralPagesRule(
    fails=("12.4.1",),
    look=partial(
        missing,
        accesses=lambda page: page.traits.maps,
        may_lead=lambda page: page.traits.may_map or page.traits.is_map,
        what="d’accès au plan du site",
    ),
    fix="Mettez le lien vers le plan du site dans le gabarit commun, à la même place sur toutes les pages.",
)
