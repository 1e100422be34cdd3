"""10.8.1: hidden content is either to be ignored by assistive technologies, or given to them when it serves.

What is under `aria-hidden="true"` is ignored. An element there that the Tab key reaches and that keeps the focus is
in use: the screen reader stands on it and says nothing. A sentinel that passes the focus on at once does not keep it.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.8.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.tab_walk import hidden_from_assistive_technology
from accessibility.rules.base import Answer, Rule


def _applicability(page: Page) -> list[Node]:
    return hidden_from_assistive_technology(page)


def _expectation(node: Node, page: Page) -> Answer:
    return Answer.FAILS if node in page.tab_walk.stops else Answer.MEETS


RULE = Rule(
    act=("6cfa84",),
    fails=("10.8.1",),
    applicability=_applicability,
    expectation=_expectation,
    needs_rendering=True,
    reads="tab_walk",
    message='Cet élément est caché aux lecteurs d’écran (aria-hidden="true"), et pourtant la touche Tab y arrive.',
    fix='Retirez aria-hidden="true", ou ajoutez tabindex="-1" pour que la touche Tab passe l’élément.',
)
