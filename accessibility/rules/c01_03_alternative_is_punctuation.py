"""1.3.1 to 1.3.7: the alternative of an image is relevant.

Punctuation alone (« . », « * », « --- ») conveys nothing that an image can show. An image of a punctuation mark in
the course of a text is conceivable: inside a text with words of its own, a person decides. Signs with a meaning of
their own (arrows, currencies, pictograms) are not punctuation.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.3.1
"""

from accessibility.page.images import alternative_test, images, is_for_a_captcha
from accessibility.page.model import TEXT, Node, Page
from accessibility.page.names import image_name
from accessibility.page.scope import exposed, is_presentational
from accessibility.page.text import has_words, is_only_punctuation, quote
from accessibility.rules.base import Answer, Rule


def _is_among_words(node: Node) -> bool:
    siblings = node.parent.children if node.parent else []
    return any(sibling.tag == TEXT and has_words(sibling.text) for sibling in siblings)


def _expectation(node: Node, page: Page) -> Answer:
    if not is_only_punctuation(image_name(node, page).text):
        return Answer.MEETS
    return Answer.A_PERSON_MUST_LOOK if _is_among_words(node) else Answer.FAILS


RULE = Rule(
    fails=("1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.3.5", "1.3.6", "1.3.7"),
    tests_of=alternative_test,
    applicability=lambda page: [
        node
        for node in exposed(images(page))
        if not (is_presentational(node) or is_for_a_captcha(node, page)) and image_name(node, page).text
    ],
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: (
        f"L’alternative de l’image, {quote(image_name(node, page).text)}, n’est que de la ponctuation."
    ),
    fix="Décrivez ce que montre l’image, ou videz l’alternative si l’image n’apporte aucune information.",
)
