"""12.4.2 and 12.4.3: the access to the site map keeps its place on the screen and in the code.

Pages with the same menu are compared. It fails on a page where every visible access is on the other side of the main
content than on most of the others: above or below it on the screen (12.4.2), before or after it in the code (12.4.3).
An access that moves with the window has no place on the screen.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.4.2
"""

from functools import partial

from accessibility.several_pages.access import moved
from accessibility.several_pages.base import SeveralPagesRule

RULE = SeveralPagesRule(
    fails=("12.4.2", "12.4.3"),
    look=partial(
        moved,
        accesses=lambda page: page.traits.maps,
        what="L’accès au plan du site",
        tests=("12.4.2", "12.4.3"),
    ),
    fix="Mettez le lien vers le plan du site à la même place sur toutes les pages.",
)
