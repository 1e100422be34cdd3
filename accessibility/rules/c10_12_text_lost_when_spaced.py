"""10.12.1: the text stays readable when the reader spaces it out.

Lines at 1.5, paragraphs at 2, letters at 0.12 and words at 0.16 times the size of the characters were set on the live
page. A text that was whole is lost when an element then hides half of a line or more than a letter, or when it lies
over another text. A person looks where the page may unfold it, or lays it over the rest.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.12.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.strained_layout import Damage, elements_with_text
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    loss = page.strained.spacing.get(node)
    if loss is None:
        return Answer.MEETS
    return Answer.FAILS if loss.certain else Answer.A_PERSON_MUST_LOOK


def _text(node: Node, page: Page) -> str:
    return page.strained.spacing[node].text


def _message(node: Node, page: Page) -> str:
    if page.strained.spacing[node].damage is Damage.COVERED:
        return f"Quand le texte est espacé, «\u00a0{_text(node, page)}\u00a0» recouvre un autre texte."
    return f"Quand le texte est espacé, «\u00a0{_text(node, page)}\u00a0» est coupé par cet élément."


RULE = Rule(
    fails=("10.12.1",),
    applicability=lambda page: elements_with_text(page) if page.strained else [],
    expectation=_expectation,
    needs_rendering=True,
    reads="strained",
    message=_message,
    review_message=lambda node, page: (
        f"Quand le texte est espacé, «\u00a0{_text(node, page)}\u00a0» semble coupé\u00a0: vérifiez qu’il "
        "reste lisible."
    ),
    fix="Laissez la hauteur et la largeur suivre le texte\u00a0: min-height au lieu de height, et pas d’overflow: "
    "hidden sur ce qui contient du texte.",
)
