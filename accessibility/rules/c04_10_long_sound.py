"""4.10.1: the user controls the sound that starts by itself.

The browser read in the file that the sound lasts more than three seconds. Without the browser's buttons, on a page
without any script, it can be neither stopped nor lowered.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#4.10.1
"""

from accessibility.page.media import SURELY_LONG, nothing_stops, played_at_once, seconds_of
from accessibility.page.model import Node, Page
from accessibility.rules.base import Answer, Rule


def _applicability(page: Page) -> list[Node]:
    return [node for node in played_at_once(page) if node.tag == "audio" and (seconds_of(node) or 0) > SURELY_LONG]


def _expectation(node: Node, page: Page) -> Answer:
    return Answer.FAILS if nothing_stops(node, page) else Answer.MEETS


RULE = Rule(
    fails=("4.10.1",),
    applicability=_applicability,
    expectation=_expectation,
    needs_rendering=True,
    message=lambda node, page: (
        f"Ce son se lance tout seul pour {seconds_of(node):.0f}\u00a0secondes, et rien ne permet de l’arrêter."
    ),
    fix="Retirez l’attribut autoplay, ou ajoutez controls pour que la personne puisse arrêter le son.",
)
