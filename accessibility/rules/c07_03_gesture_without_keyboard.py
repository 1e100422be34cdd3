"""7.3.1: what reacts to an event by a script, or its equivalent, is usable by keyboard and by any pointer.

The browser tells which elements listen to a press or to a hover. One that the keyboard cannot reach, nor anything
inside or around it, or that it reaches without a script for any key, is not usable by keyboard. The test accepts an
equivalent elsewhere: the failure is certain when the keyboard reaches nothing else on the page and no key is listened
to; otherwise a person looks for the equivalent.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#7.3.1
"""

from accessibility.page.listeners import FOCUSES, HOVERS, KEYS, PRESSES, holds_the_focus, pointed_elements
from accessibility.page.model import Node, Page
from accessibility.page.text import squash
from accessibility.rules.base import Answer, Rule

_NATIVE = ("a", "button", "input", "select", "textarea", "summary", "label")
_LONGEST = 100


def _kinds(node: Node, page: Page) -> frozenset[str]:
    return page.listeners.by_node.get(node, frozenset()) if page.listeners else frozenset()


def _is_doubled(node: Node) -> bool:
    """Something native inside or around the element takes the keyboard for it."""
    native = (other for other in (*node.ancestors(), *node.descendants()) if other.tag in _NATIVE)
    return holds_the_focus(native)


def _expectation(node: Node, page: Page) -> Answer:
    kinds, around = _kinds(node, page), page.listeners.around(node)
    if _is_doubled(node):
        return Answer.MEETS
    reached = holds_the_focus([node])
    if reached and around & (KEYS | FOCUSES):
        return Answer.MEETS
    if not kinds & PRESSES and kinds & HOVERS and reached:
        return Answer.A_PERSON_MUST_LOOK
    alone = not around & KEYS and _nothing_else_is_reached(node, page)
    return Answer.FAILS if alone and kinds & PRESSES and _is_small(node) else Answer.A_PERSON_MUST_LOOK


def _nothing_else_is_reached(node: Node, page: Page) -> bool:
    if page.opaque or page.with_attribute("accesskey"):
        return False
    return not any(other.focusable for other in page.nodes if other is not node)


def _is_small(node: Node) -> bool:
    """It is a part of the page, not a wrapper whose script may only observe."""
    return len(squash(node.raw_text)) <= _LONGEST


def _message(node: Node, page: Page) -> str:
    by_press = _kinds(node, page) & PRESSES
    gesture = "au clic" if by_press else "au survol"
    return f"Cet élément réagit {gesture} et ne peut pas être commandé au clavier, ni rien d’autre dans la page."


def _question(node: Node, page: Page) -> str:
    gesture = "au clic" if _kinds(node, page) & PRESSES else "au survol"
    return (
        f"Cet élément réagit {gesture} et semble ne pas pouvoir être commandé au clavier\u00a0: vérifiez que tout ce "
        f"qu’il permet se fait aussi au clavier."
    )


RULE = Rule(
    fails=("7.3.1",),
    applicability=pointed_elements,
    expectation=_expectation,
    needs_rendering=True,
    message=_message,
    review_message=_question,
    fix="Utilisez une balise <button>, ou un lien <a href>\u00a0: ils se commandent aussi au clavier.",
)
