"""1.4.1 to 1.4.7: the alternative of a captcha says what it is and what it is for; 1.5: there is another way.

The code, the file or the words beside an image tell that it serves a captcha. Whether its alternative names it, and
whether one may do without it (a sound, a question, a telephone number), takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.4.1
"""

from accessibility.page.images import every_test, images, is_for_a_captcha, tests_of_image
from accessibility.page.model import Node, Page
from accessibility.page.names import image_name
from accessibility.page.scope import shown
from accessibility.page.text import is_blank, quote
from accessibility.rules.base import Rule, a_person_must_look

_ALTERNATIVES = ("alt", "aria-label", "aria-labelledby")


def _tests(node: Node) -> tuple[str, ...]:
    """1.4 only concerns an image with an alternative."""
    names = _ALTERNATIVES if node.tag in ("svg", "canvas", "area") else (*_ALTERNATIVES, "title")
    has_alternative = any(not is_blank(node.get(name) or "") for name in names) or not is_blank(node.raw_text)
    return tests_of_image(node, "1.4", "1.5") if has_alternative else tests_of_image(node, "1.5")


def _question(node: Node, page: Page) -> str:
    alternative = image_name(node, page).text
    says = "n’a pas d’alternative" if is_blank(alternative) else f"a pour alternative {quote(alternative)}"
    return (
        f"Cette image semble servir de captcha et {says}\u00a0: vérifiez qu’on sait à quoi elle sert et qu’il existe "
        "un autre moyen, qui ne soit pas une image."
    )


RULE = Rule(
    asks=every_test("1.4", "1.5"),
    tests_of=_tests,
    applicability=lambda page: [node for node in shown(images(page)) if is_for_a_captcha(node, page)],
    expectation=a_person_must_look,
    message=_question,
    fix=(
        "Écrivez par exemple «\u00a0Code de sécurité à recopier\u00a0», et proposez une question simple ou un numéro "
        "de téléphone à qui ne voit pas l’image."
    ),
)
