"""1.3.1 to 1.3.9: the alternative of an image that informs is relevant and short.

Only a person who sees the image can tell; the same look says whether it is in truth a decoration (1.2), whether it
takes a detailed description (1.6) and whether it is a text in image (1.8). Images for a captcha have their own
question (1.4), links and buttons made of an image are judged by their name (6.1, 11.9, 7.1).
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.3.1
"""

from accessibility.page.images import (
    every_test,
    images,
    is_for_a_captcha,
    is_said_decorative,
    is_too_small_to_see,
    names_a_control,
    tests_if_decorative,
    tests_if_informative,
    tests_of_image,
)
from accessibility.page.model import Node, Page
from accessibility.page.names import image_name
from accessibility.page.scope import exposed
from accessibility.page.text import is_blank, quote, squash
from accessibility.rules.base import Rule, a_person_must_look

_SHORT = 80


def _applicability(page: Page) -> list[Node]:
    return [
        node
        for node in exposed(images(page))
        if not (is_too_small_to_see(node) or is_for_a_captcha(node, page) or names_a_control(node))
        and (not is_blank(image_name(node, page).text) or not is_blank(_inner_text(node)))
        and not is_said_decorative(node)
    ]


def _inner_text(node: Node) -> str:
    """What is between the tags of an `object` or a `canvas`, and stands for it."""
    return node.raw_text if node.tag in ("object", "canvas") else ""


def _tests(node: Node) -> tuple[str, ...]:
    found = [*tests_of_image(node, "1.3"), "1.3.9"]
    if node.tag == "canvas" and not is_blank(_inner_text(node)):
        found.append("1.3.8")
    if node.explicit_role not in ("img", "image"):
        found += tests_if_decorative(node)
        if node.tag in ("svg", "object", "embed", "canvas"):
            found += tests_of_image(node, "1.1")
    return (*found, *tests_if_informative(node))


def _question(node: Node, page: Page) -> str:
    alternative = image_name(node, page).text or _inner_text(node)
    question = f"Vérifiez que l’alternative {quote(alternative, 120)} dit ce que l’image apporte"
    if len(squash(alternative)) > _SHORT:
        question += f", et qu’elle doit être si longue ({len(squash(alternative))} caractères)"
    title = node.get("title") or ""
    if not is_blank(title) and squash(title) != squash(alternative):
        question += f"\u00a0; son attribut title est différent, {quote(title)}"
    return question + "."


RULE = Rule(
    asks=tuple(dict.fromkeys((*every_test("1.3"), "1.3.8", "1.3.9", *every_test("1.1", "1.2", "1.6", "1.8")))),
    tests_of=_tests,
    applicability=_applicability,
    expectation=a_person_must_look,
    message=_question,
    fix=(
        "Écrivez en 80 caractères au plus ce que l’image apprend à qui la voit, par exemple «\u00a0Le maire remet "
        "la médaille à Mme Durand\u00a0». Un graphique ou un plan prend en plus une description à côté."
    ),
)
