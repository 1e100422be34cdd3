"""10.1.2: no attribute of presentation in the generated code.

The glossary lists them, with `width` and `height` outside images, objects and drawings, and `size` outside `select`.
The letter forbids them on `iframe` and `video` too. The test is about the code, so that hidden elements count; SVG,
MathML and custom elements have attributes of their own by the same names. A name of the list on an element that never
had it, and the dimensions of a `source` or an image button, take a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.1.2
"""

from accessibility.page.model import Node, Page
from accessibility.page.presentation import presentational_attributes
from accessibility.page.scope import html_elements, roots
from accessibility.rules.base import Answer, Rule


def _applicability(page: Page) -> list[Node]:
    return [*roots(page), *(node for node in html_elements(page) if any(presentational_attributes(node)))]


def _expectation(node: Node, page: Page) -> Answer:
    certain, doubtful = presentational_attributes(node)
    if certain:
        return Answer.FAILS
    return Answer.A_PERSON_MUST_LOOK if doubtful else Answer.MEETS


def _message(node: Node, page: Page) -> str:
    certain, doubtful = presentational_attributes(node)
    names = ", ".join(certain or doubtful)
    return f"Sur la balise <{node.tag}>, des attributs servent à la présentation\u00a0: {names}."


RULE = Rule(
    decides=("10.1.2",),
    applicability=lambda page: list(dict.fromkeys(_applicability(page))),
    expectation=_expectation,
    message=_message,
    fix="Supprimez ces attributs. Les dimensions, l’alignement et les couleurs se règlent dans la feuille de styles.",
)
