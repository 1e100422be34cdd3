"""1.7.1 to 1.7.6: the detailed description of an image is relevant.

An image has a description when it refers to a text by `aria-describedby` or `longdesc`, when its alternative announces
one, when a link or a button beside it does, or between the tags of `desc` and `canvas`. Whether it says all that the
image shows takes a person, who sees in the same look whether the right text is associated (1.6.9) and whether it is
restored (1.6.6, 1.6.8).
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.7.1
"""

from accessibility.page.descriptions import announces_description
from accessibility.page.images import (
    every_test,
    images,
    is_for_a_captcha,
    is_said_decorative,
    is_too_small_to_see,
    names_a_control,
    tests_of_image,
)
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name, image_name
from accessibility.page.neighbours import controls_beside
from accessibility.page.once import once_a_node
from accessibility.page.scope import exposed, is_presentational
from accessibility.page.text import is_blank, quote
from accessibility.rules.base import Rule, a_person_must_look


@once_a_node
def _evidence(node: Node, page: Page) -> str:
    """How the image is described, as a piece of French sentence; empty when nothing tells that it is."""
    if targets := page.by_ids(node.get("aria-describedby"), node):
        return f"le texte associé, {quote(' '.join(target.raw_text for target in targets), 160)},"
    if not is_blank(node.get("longdesc") or ""):
        return f"la description donnée à l’adresse {quote(node.get('longdesc') or '')}"
    if announces_description(image_name(node, page).text):
        return f"la description annoncée par l’alternative {quote(image_name(node, page).text)}"
    if is_said_decorative(node):
        return ""
    if node.tag == "svg" and (text := next((e.raw_text for e in node.find("desc") if not is_blank(e.raw_text)), "")):
        return f"le texte de la balise desc, {quote(text, 160)},"
    if node.tag == "canvas" and not is_blank(node.raw_text):
        return f"le texte entre les balises, {quote(node.raw_text, 160)},"
    names = (accessible_name(control, page).text for control in controls_beside(node))
    if link := next((name for name in names if announces_description(name)), ""):
        return f"la description à laquelle mène {quote(link)}"
    return ""


def _tests(node: Node) -> tuple[str, ...]:
    found = tests_of_image(node, "1.7")
    if not is_blank(node.get("aria-describedby") or ""):
        found += ("1.6.9",)
    return found + {"svg": ("1.6.6",), "canvas": ("1.6.8",)}.get(node.tag, ())


RULE = Rule(
    asks=(*every_test("1.7"), "1.6.6", "1.6.8", "1.6.9"),
    tests_of=_tests,
    applicability=lambda page: [
        node
        for node in exposed(images(page))
        if not (is_presentational(node) or is_too_small_to_see(node) or names_a_control(node))
        and not is_for_a_captcha(node, page)
        and _tests(node)
        and _evidence(node, page)
    ],
    expectation=a_person_must_look,
    message=lambda node, page: f"Vérifiez que {_evidence(node, page)} dit tout ce que l’image montre.",
    fix="Écrivez tout ce que l’image apprend\u00a0: les chiffres d’un graphique, les rues et les repères d’un plan.",
)
