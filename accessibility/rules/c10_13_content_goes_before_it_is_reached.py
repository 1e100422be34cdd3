"""10.13.2: a content that the pointer makes appear can be gone over without going away.

The pointer was moved on the live page. A content that appeared and that went away, twice, as soon as the pointer was on
it, however it went there, cannot be gone over: whoever enlarges the screen cannot read it.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.13.2
"""

from accessibility.page.model import Node, Page
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    seen = [content.stays_under_pointer for content in page.additional_contents if content.trigger is node]
    return Answer.FAILS if False in seen else Answer.MEETS


def _text(node: Node, page: Page) -> str:
    return next(content.text for content in page.additional_contents if content.trigger is node)


RULE = Rule(
    fails=("10.13.2",),
    applicability=lambda page: [content.trigger for content in page.additional_contents or ()],
    expectation=_expectation,
    needs_rendering=True,
    reads="additional_contents",
    message=lambda node, page: (
        f"Le contenu «\u00a0{_text(node, page)}\u00a0» apparaît au survol et disparaît dès que le pointeur va dessus."
    ),
    fix="Placez le contenu dans l’élément survolé et contre lui, ou attendez avant de le masquer que le pointeur ait "
    "quitté les deux.",
)
