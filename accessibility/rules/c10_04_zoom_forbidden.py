"""10.4.2: the zoom of the browser may be used up to 200 %.

A `meta` element named viewport that says `user-scalable=no`, or a largest scale under 2, keeps the reader from
enlarging the page. The name and the properties are read in any case, and from the source alone. Several such elements
add up in ways that differ from browser to browser: a person tries.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.4.2
"""

from accessibility.page.model import Node, Page
from accessibility.page.text import quote
from accessibility.page.viewport import forbids_to_zoom, viewport_elements
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    if not forbids_to_zoom(node):
        return Answer.MEETS
    return Answer.FAILS if len(viewport_elements(page)) == 1 else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    act=("b4f0c3",),
    fails=("10.4.2",),
    applicability=viewport_elements,
    expectation=_expectation,
    message=lambda node, page: f"La page empêche d’agrandir son contenu\u00a0: {quote(node.get('content') or '')}.",
    review_message="Plusieurs balises règlent le zoom\u00a0: vérifiez que la page s’agrandit jusqu’à 200\u00a0%.",
    fix=(
        "Retirez user-scalable et maximum-scale, par exemple "
        '<meta name="viewport" content="width=device-width, initial-scale=1">.'
    ),
)
