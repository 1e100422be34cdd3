"""13.1.2: a redirection by a `meta` element is immediate.

A delay of zero complies. A longer one fails, but the criterion does not apply to a redirection from an
obsolete address to the new version of the page: where the page speaks of moving or redirecting, and where the
delay is of twenty hours or more, a person decides.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#13.1.2
"""

import re

from accessibility.page.model import Node, Page
from accessibility.page.refresh import TWENTY_HOURS, refresh_of, refreshing_elements
from accessibility.rules.base import Answer, Rule

_MOVED = re.compile(
    r"obsol[èe]te|n[’' ]existe plus|d[ée]m[ée]nag|d[ée]plac[ée]|nouvelle (?:adresse|version)|nouveau site"
    r"|has moved|moved to|no longer|new (?:address|location|version|site)",
    re.IGNORECASE,
)


def _expectation(node: Node, page: Page) -> Answer:
    refresh = refresh_of(node, page)
    if refresh is None or not refresh.seconds:
        return Answer.MEETS
    body = next(iter(page.select("body")), None)
    may_have_moved = _MOVED.search(body.raw_text if body else "") or _MOVED.search(page.title)
    return Answer.A_PERSON_MUST_LOOK if may_have_moved or refresh.seconds >= TWENTY_HOURS else Answer.FAILS


RULE = Rule(
    act=("bc659a", "bisz58"),
    fails=("13.1.2",),
    applicability=lambda page: [n for n in refreshing_elements(page) if refresh_of(n, page).target is not None],
    expectation=_expectation,
    message="La page redirige toute seule vers une autre après un délai.",
    fix="Redirigez depuis le serveur, ou proposez un lien vers l’autre page et supprimez la redirection.",
)
