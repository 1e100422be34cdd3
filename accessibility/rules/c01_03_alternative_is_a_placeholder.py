"""1.3.1 to 1.3.7: the alternative of an image is relevant.

A bare word for an image (« image », « photo », « picture 1 ») or a word of the tool that wrote it (« alt »,
« undefined ») says nothing that the image shows: WCAG failure F30, which the criterion refers to, names them. In a
link, a button or beside a text, the same word may be a label, and a caption may say the rest: a person looks there.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.3.1
"""

from accessibility.page.alternatives import is_placeholder
from accessibility.page.images import alternative_test, images, is_for_a_captcha
from accessibility.page.model import TEXT, Node, Page
from accessibility.page.names import image_name
from accessibility.page.scope import exposed, in_captioned_figure, is_presentational
from accessibility.page.text import has_words, quote
from accessibility.rules.base import Answer, Rule


def _is_a_label(node: Node) -> bool:
    siblings = node.parent.children if node.parent else []
    return node.closest("a", "button", "label", "summary") is not None or any(
        sibling.tag == TEXT and has_words(sibling.text) for sibling in siblings
    )


def _expectation(node: Node, page: Page) -> Answer:
    if not is_placeholder(image_name(node, page).text):
        return Answer.MEETS
    return Answer.A_PERSON_MUST_LOOK if _is_a_label(node) or in_captioned_figure(node) else Answer.FAILS


RULE = Rule(
    fails=("1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.3.5", "1.3.6", "1.3.7"),
    tests_of=alternative_test,
    applicability=lambda page: [
        node
        for node in exposed(images(page))
        if not is_presentational(node) and not is_for_a_captcha(node, page) and image_name(node, page).text
    ],
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: (
        f"L’alternative de l’image, {quote(image_name(node, page).text)}, est un mot passe-partout\u00a0: elle ne dit "
        "rien de ce que l’image montre."
    ),
    fix="Décrivez ce que montre l’image, ou videz l’alternative si l’image n’apporte aucune information.",
)
