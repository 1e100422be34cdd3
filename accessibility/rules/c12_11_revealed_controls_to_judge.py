"""12.11.1: what can be used within a content that appears at the focus, under the pointer or at a press is reached by
keyboard.

The contents that the style sheets show in such a state and that hold a link, a button or a field are known; a person
goes there with the Tab key.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.11.1
"""

from accessibility.page.model import Node
from accessibility.page.revealed import shown_in_a_state
from accessibility.rules.base import Rule, a_person_must_look

_CONTROLS = ("a", "area", "button", "input", "select", "textarea", "summary", "iframe", "video", "audio")


def _holds_a_control(node: Node) -> bool:
    inside = (node, *node.descendants())
    return any(inner.tag in _CONTROLS or inner.has("tabindex") for inner in inside if inner.is_element)


RULE = Rule(
    asks=("12.11.1",),
    applicability=lambda page: [node for node in shown_in_a_state(page) if _holds_a_control(node)],
    expectation=a_person_must_look,
    needs_rendering=True,
    message="Faites apparaître ce contenu\u00a0: vérifiez que la touche Tab atteint tous ses liens et boutons.",
    fix="Placez-le dans le code juste après ce qui l’ouvre, et ouvrez-le aussi au focus.",
)
