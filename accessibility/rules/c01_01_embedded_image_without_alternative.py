"""1.1.6 and 1.1.7: an image that informs by `object` or `embed` has the role img and an alternative, or a substitute.

Without a label, without a title, without a text inside, without any link or button beside it and without a script, an
image that is given to assistive technologies meets none of the conditions. One that decorates owes
`aria-hidden="true"` (1.2), and so is not concerned. Anything short of that takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.1.6
"""

from accessibility.page.images import images, names_a_control, tests_of_image
from accessibility.page.model import Node, Page
from accessibility.page.names import image_name
from accessibility.page.neighbours import has_control_beside
from accessibility.page.scope import exposed, is_presentational
from accessibility.page.sight import has_scripts
from accessibility.page.text import is_blank
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    if not is_blank(image_name(node, page).text) or not is_blank(node.raw_text):
        return Answer.MEETS
    may_be_replaced = has_control_beside(node) or has_scripts(page) or any(n.is_element for n in node.descendants())
    return Answer.A_PERSON_MUST_LOOK if may_be_replaced else Answer.FAILS


RULE = Rule(
    fails=("1.1.6", "1.1.7"),
    tests_of=lambda node: tests_of_image(node, "1.1"),
    applicability=lambda page: [
        node
        for node in exposed(images(page))
        if node.tag in ("object", "embed") and not is_presentational(node) and not names_a_control(node)
    ],
    expectation=_expectation,
    styles_matter=True,
    message="Cette image n’a pas d’alternative, et rien à côté ne permet de lire ce qu’elle montre.",
    review_message="Cette image n’a pas d’alternative\u00a0: vérifiez qu’un lien, un bouton ou un script en donne une.",
    fix='Ajoutez role="img" et aria-label avec ce que montre l’image, ou aria-hidden="true" si elle décore.',
)
