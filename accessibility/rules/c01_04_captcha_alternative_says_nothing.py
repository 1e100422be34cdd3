"""1.4.1 to 1.4.7: the alternative of a captcha tells what the image is and what it is for.

Punctuation, the name of a file or a word that fits any image (« image », « alt ») tell neither: WCAG failure F30. Only
an image that is itself called a captcha by its id, class, name or address is concerned, and not the picture of a button
beside it; whether other words tell enough takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.4.1
"""

import re

from accessibility.page.alternatives import is_placeholder, says_nothing_but_its_file
from accessibility.page.images import address, every_test, images, is_for_a_captcha, tests_of_image
from accessibility.page.model import Node, Page
from accessibility.page.names import image_name
from accessibility.page.scope import exposed, is_presentational
from accessibility.page.text import is_only_punctuation, quote
from accessibility.rules.base import Answer, Rule

_CAPTCHA = re.compile(r"captcha", re.IGNORECASE)
_HELP = re.compile(
    r"re-?load|refresh|recharg|rafra|audio|sound|son\b|listen|[ée]cout|help|aide|logo|ic[oô]n"
    r"|border|background|arrow|spacer",
    re.IGNORECASE,
)


def _is_the_captcha(node: Node, page: Page) -> bool:
    own = " ".join((*(node.get(name) or "" for name in ("id", "class", "name")), address(node)))
    return bool(_CAPTCHA.search(own)) and not _HELP.search(own) and is_for_a_captcha(node, page)


def _expectation(node: Node, page: Page) -> Answer:
    text = image_name(node, page).text
    empty = is_only_punctuation(text) or is_placeholder(text) or says_nothing_but_its_file(text, node)
    return Answer.FAILS if empty else Answer.MEETS


RULE = Rule(
    fails=every_test("1.4"),
    tests_of=lambda node: tests_of_image(node, "1.4"),
    applicability=lambda page: [
        node
        for node in exposed(images(page))
        if _is_the_captcha(node, page)
        and not is_presentational(node)
        and tests_of_image(node, "1.4")
        and image_name(node, page).text
    ],
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: (
        f"L’alternative de ce captcha, {quote(image_name(node, page).text)}, ne dit ni ce qu’est l’image ni à quoi "
        "elle sert."
    ),
    fix="Écrivez par exemple «\u00a0Code de sécurité à recopier dans le champ suivant\u00a0».",
)
