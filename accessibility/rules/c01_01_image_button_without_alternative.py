"""1.1.3: each image button has an alternative.

The test concerns every `input` of type image, whatever it shows: one of `aria-labelledby`, `aria-label`, `alt` or
`title` must say something. A button that is not shown now, on a page whose scripts may show it, takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.1.3
"""

from accessibility.page.images import images
from accessibility.page.model import Node, Page
from accessibility.page.names import image_name
from accessibility.page.sight import has_scripts
from accessibility.page.text import is_blank
from accessibility.rules.base import Answer, Rule


def _applicability(page: Page) -> list[Node]:
    scripted = has_scripts(page)
    buttons = (node for node in images(page) if node.tag == "input")
    return [node for node in buttons if scripted or not node.is_hidden_from_assistive_technology]


def _expectation(node: Node, page: Page) -> Answer:
    if not is_blank(image_name(node, page).text):
        return Answer.MEETS
    return Answer.A_PERSON_MUST_LOOK if node.is_hidden_from_assistive_technology else Answer.FAILS


RULE = Rule(
    act=("59796f",),
    decides=("1.1.3",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message="Ce bouton fait d’une image n’a pas d’alternative\u00a0: personne ne sait ce qu’il fait sans la voir.",
    review_message="Ce bouton fait d’une image n’a pas d’alternative\u00a0: dites si un script peut le montrer.",
    fix="Écrivez dans alt ce que fait le bouton, par exemple «\u00a0Rechercher\u00a0».",
)
