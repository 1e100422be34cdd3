"""12.10.1: a shortcut of one key can be turned off or changed, or works only when its component has the focus.

A script that listens to keys on the whole page may have such shortcuts: a person presses letters, digits and signs.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.10.1
"""

from accessibility.page.listeners import KEYS
from accessibility.page.model import Node, Page
from accessibility.page.scope import roots
from accessibility.rules.base import Rule, a_person_must_look


def _applicability(page: Page) -> list[Node]:
    if page.listeners is None:
        return []
    bodies = {node for node in page.listeners.by_node if node.tag in ("html", "body")}
    heard = page.listeners.elsewhere.union(*(page.listeners.by_node[node] for node in bodies))
    return roots(page) if heard & KEYS else []


RULE = Rule(
    asks=("12.10.1",),
    applicability=_applicability,
    expectation=a_person_must_look,
    needs_rendering=True,
    message=(
        "Un script écoute le clavier dans toute la page\u00a0: pressez lettres, chiffres et signes, et vérifiez que "
        "tout raccourci d’une touche peut être désactivé ou changé."
    ),
    fix="Exigez une touche Ctrl, Alt ou Maj en plus, ou offrez un réglage qui désactive le raccourci.",
)
