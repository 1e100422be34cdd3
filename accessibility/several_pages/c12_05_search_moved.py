"""12.5.2 and 12.5.3: the access to the search keeps its place on the screen and in the code.

Pages with the same menu are compared. It fails on a page where every visible access is on the other side of the main
content than on most of the others: above or below it on the screen (12.5.2), before or after it in the code (12.5.3).
A search in the main content, as that of its own page, is no such change.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.5.2
"""

from functools import partial

from accessibility.several_pages.access import moved
from accessibility.several_pages.base import SeveralPagesRule

RULE = SeveralPagesRule(
    fails=("12.5.2", "12.5.3"),
    look=partial(
        moved,
        accesses=lambda page: page.traits.searches,
        what="L’accès au moteur de recherche",
        tests=("12.5.2", "12.5.3"),
    ),
    fix="Mettez la recherche à la même place sur toutes les pages.",
)
