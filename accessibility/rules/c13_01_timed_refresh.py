"""13.1.1: the user controls the refreshing of the page.

A `meta` refresh that loads the page again cannot be stopped, delayed or announced with a way to extend it: only a
delay of twenty hours or more complies. A delay of zero, which reloads without end, takes a person. Browsers obey the
first well formed instruction of a page and no other (HTML, « shared declarative refresh steps »).
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#13.1.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.refresh import TWENTY_HOURS, refresh_of, refreshing_elements
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    refresh = refresh_of(node, page)
    if refresh is None or refresh.seconds >= TWENTY_HOURS:
        return Answer.MEETS
    return Answer.FAILS if refresh.seconds else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    act=("bc659a", "bisz58"),
    fails=("13.1.1",),
    applicability=lambda page: [n for n in refreshing_elements(page) if refresh_of(n, page).target is None],
    expectation=_expectation,
    message="La page se recharge toute seule, et la personne ne peut pas l’empêcher.",
    fix='Supprimez la balise <meta http-equiv="refresh">. Laissez la personne recharger la page quand elle le veut.',
)
