"""10.13.1: a content that appears on hover or focus can be mastered.

The pointer was moved on the live page and made a content appear. Whether it can be hidden without moving the pointer
(the Escape key was tried), gone over, and read as long as one wants, is said with what was seen; a person judges, since
a content that hides nothing else is left out. Nothing is asked where Escape hides it and the pointer goes over it.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.13.1
"""

from accessibility.page.additional_content import AdditionalContent
from accessibility.page.model import Node, Page
from accessibility.rules.base import Answer, Rule


def _content(node: Node, page: Page) -> AdditionalContent:
    return next(content for content in page.additional_contents if content.trigger is node)


def _message(node: Node, page: Page) -> str:
    content = _content(node, page)
    escape = "la touche Échap le masque" if content.goes_with_escape else "la touche Échap ne le masque pas"
    return (
        f"Le contenu «\u00a0{content.text}\u00a0» apparaît au survol, et {escape}\u00a0: vérifiez qu’on peut le "
        "masquer sans bouger le pointeur, le survoler, et le lire aussi longtemps qu’on veut."
    )


def _expectation(node: Node, page: Page) -> Answer:
    content = _content(node, page)
    mastered = content.goes_with_escape and content.stays_under_pointer
    return Answer.MEETS if mastered else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    asks=("10.13.1", "10.13.2", "10.13.3"),
    applicability=lambda page: [content.trigger for content in page.additional_contents or ()],
    expectation=_expectation,
    needs_rendering=True,
    reads="additional_contents",
    message=_message,
    fix="Masquez le contenu à la touche Échap, et ne le retirez que quand le pointeur a quitté le déclencheur et lui.",
)
