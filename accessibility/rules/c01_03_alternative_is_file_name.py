"""1.3.1 to 1.3.7: the alternative of an image is relevant.

A file name with the extension of an image, alone or at the end of a path or an address, is no alternative (WCAG
failure F30): it tells how the file is called, not what the image shows. Each attribute that gives an alternative must
be relevant, and each is looked at. So is the name that a camera gives, and the file's own name when it is written as
no sentence is, with underscores. Another name without extension that is the file's own may be a word that fits: a
person decides. Hidden images and those whose role says decoration have no alternative to judge, those for a captcha
belong to 1.4.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.3.1
"""

from accessibility.page.alternatives import is_own_file, says_nothing_but_its_file
from accessibility.page.images import alternative_test, images, is_for_a_captcha
from accessibility.page.model import Node, Page
from accessibility.page.scope import exposed, is_presentational
from accessibility.page.text import is_blank, quote, squash
from accessibility.rules.base import Answer, Rule

_ATTRIBUTES = {"img": ("alt", "title"), "area": ("alt",), "input": ("alt", "title"), "svg": ()}


def _alternatives(node: Node) -> list[str]:
    names = (*_ATTRIBUTES.get(node.tag, ("title",)), "aria-label")
    return [value for name in names if not is_blank(value := node.get(name) or "")]


def _expectation(node: Node, page: Page) -> Answer:
    texts = [squash(text) for text in _alternatives(node)]
    if any(says_nothing_but_its_file(text, node) for text in texts):
        return Answer.FAILS
    return Answer.A_PERSON_MUST_LOOK if any(is_own_file(text, node) for text in texts) else Answer.MEETS


RULE = Rule(
    fails=("1.3.1", "1.3.2", "1.3.3", "1.3.4", "1.3.5", "1.3.6", "1.3.7"),
    tests_of=alternative_test,
    applicability=lambda page: [
        node
        for node in exposed(images(page))
        if not (is_presentational(node) or is_for_a_captcha(node, page)) and _alternatives(node)
    ],
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: f"L’alternative de l’image est un nom de fichier, {quote(_alternatives(node)[0])}.",
    review_message="L’alternative de l’image est le nom de son fichier.",
    fix="Décrivez ce que montre l’image, ou videz l’alternative si l’image n’apporte aucune information.",
)
