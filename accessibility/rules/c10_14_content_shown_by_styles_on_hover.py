"""10.14.1: a content that a style sheet shows on hover can be shown by the keyboard and by any pointing device.

The pointer was moved on the live page over what a style sheet follows. Where the focus of the same element, or of what
it holds, shows the content too, the test is met for it; elsewhere a person looks for another component that does.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.14.1
"""

from accessibility.page.model import Node, Page
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    shown = any(content.shown_by_focus for content in page.additional_contents if content.trigger is node)
    return Answer.MEETS if shown else Answer.A_PERSON_MUST_LOOK


def _text(node: Node, page: Page) -> str:
    return next(content.text for content in page.additional_contents if content.trigger is node)


RULE = Rule(
    asks=("10.14.1",),
    applicability=lambda page: [c.trigger for c in page.additional_contents or () if c.by_styles],
    expectation=_expectation,
    needs_rendering=True,
    reads="additional_contents",
    message=lambda node, page: (
        f"Le contenu «\u00a0{_text(node, page)}\u00a0» apparaît au survol et non à la prise de focus de cet "
        "élément\u00a0: vérifiez qu’un clavier peut le faire apparaître autrement."
    ),
    fix="Ajoutez au style du survol celui du focus (:focus-within), et rendez l’élément accessible au clavier.",
)
