"""13.11.1: an action made by pointing at one place may be cancelled.

Links, buttons and fields act when the pointer is released: a page without any script conforms, or has nothing to
act on. An attribute that changes the address or sends the form as soon as the pointer presses fails: nothing undoes
it. Anything else that listens to the press may act at once: a person presses, then releases elsewhere.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#13.11.1
"""

import re

from accessibility.page.events import listened
from accessibility.page.model import Node, Page
from accessibility.page.scope import in_generated_code, roots
from accessibility.page.sight import Sight
from accessibility.rules.base import Answer, Rule

_PRESSES = ("mousedown", "touchstart", "pointerdown")
_ACTS = ("a", "area", "button", "input", "select", "textarea", "summary", "video", "audio")
_LEAVES_AT_ONCE = re.compile(
    r"\s*(?:(?:window|document|self|top)\s*\.\s*)?location\s*(?:\.\s*href\s*)?=(?!=)|\s*this\s*\.\s*form\s*\.\s*submit\s*\("
)


def _applicability(page: Page) -> list[Node]:
    pressed = in_generated_code(page.with_attribute(*(f"on{event}" for event in _PRESSES)))
    acts = page.select(*_ACTS) or listened(page, *_PRESSES) or page.with_attribute("onclick")
    return pressed or (roots(page) if acts else [])


def _expectation(node: Node, page: Page) -> Answer:
    if any(_LEAVES_AT_ONCE.match(node.get(f"on{event}") or "") for event in _PRESSES):
        return Answer.FAILS
    return Answer.A_PERSON_MUST_LOOK if listened(page, *_PRESSES) else Answer.MEETS


RULE = Rule(
    decides=("13.11.1",),
    applicability=_applicability,
    expectation=_expectation,
    sight=Sight.LASTING,
    message="L’action se déclenche dès qu’on appuie, et rien ne permet de l’annuler.",
    review_message=lambda node, page: (
        f"Les scripts de la page réagissent dès qu’on appuie ({', '.join(listened(page, *_PRESSES))})\u00a0: appuyez, "
        "glissez hors de l’élément puis relâchez, et vérifiez que l’action est annulée."
    ),
    fix="Déclenchez l’action au relâchement, avec l’événement click.",
)
