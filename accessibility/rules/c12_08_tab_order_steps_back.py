"""12.8.1: the Tab key goes through the page in a coherent order.

Coherent is what follows the meaning, and a person judges it. What a machine sees is where the eye has to go back: the
next stop is on the left of the same line, or above in the same column, because of `tabindex` or of a layout that moves
what is written. Elsewhere the order is that of the page, and of the eye.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.8.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.once import once_a_page
from accessibility.page.tab_order import steps_back, tab_order
from accessibility.rules.base import Answer, Rule

_MOST = 5
"""Steps back that are shown: whoever looks at these sees the others."""


@once_a_page
def _steps_back(page: Page) -> dict[Node, Node]:
    return {other: one for one, other in steps_back(page)[:_MOST]}


def _expectation(node: Node, page: Page) -> Answer:
    return Answer.A_PERSON_MUST_LOOK if node in _steps_back(page) else Answer.MEETS


def _message(node: Node, page: Page) -> str:
    names = (accessible_name(n, page).text or n.tag for n in (_steps_back(page)[node], node))
    before, after = (f"«\u00a0{name[:60]}\u00a0»" for name in names)
    return f"Après {before}, la touche Tab revient en arrière sur {after}\u00a0: vérifiez que cet ordre est cohérent."


RULE = Rule(
    asks=("12.8.1",),
    applicability=lambda page: tab_order(page) if page.rendered else [],
    expectation=_expectation,
    needs_rendering=True,
    message=_message,
    fix="Écrivez les éléments dans l’ordre où ils se lisent, sans tabindex positif, et laissez flex-direction et order "
    "hors de ce qui se parcourt au clavier.",
)
