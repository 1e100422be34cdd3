"""1.1.1, 1.1.2, 1.1.5 to 1.1.8: an image that informs has an alternative; 1.2: a decorative image is ignored.

An image that its author declares decorative, or leaves without alternative nor declaration, has to be seen: if it
informs it lacks an alternative (1.1), and may take a description (1.6) or be a text in image (1.8). `svg`, `object`,
`embed` and `canvas` owe `aria-hidden` when they decorate (1.2); what stands for an `object` or an `embed` elsewhere on
the page has to be right (1.3). Several copies of one image, declared in the same way, are asked about once. The missing
alternative of an `img` or of an image button is failed elsewhere; what else they owe is asked here. Links and buttons
made of an image are judged by their name.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.1.1
"""

from accessibility.page.images import (
    address,
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
from accessibility.page.scope import shown
from accessibility.page.text import is_blank
from accessibility.rules.base import Rule, a_person_must_look


def _applicability(page: Page) -> list[Node]:
    asked: dict[tuple, Node] = {}
    for node in shown(images(page)):
        if is_too_small_to_see(node) or is_for_a_captcha(node, page) or names_a_control(node):
            continue
        said_decorative = is_said_decorative(node) and not (node.tag == "area" and node.has("href"))
        if said_decorative or is_blank(image_name(node, page).text + _inner_text(node)):
            asked.setdefault((node.tag, said_decorative, _drawing(node)), node)
    return list(asked.values())


def _inner_text(node: Node) -> str:
    return node.raw_text if node.tag in ("object", "canvas") else ""


def _drawing(node: Node) -> str:
    """What tells two images apart: the file, or for a drawing in the page its own code."""
    if address(node):
        return address(node)
    parts = (f"{n.tag} {sorted(n.attributes.items())}" for n in node.descendants() if n.is_element)
    return "\n".join(parts) if node.tag == "svg" else str(node.index)


def _tests(node: Node) -> tuple[str, ...]:
    replaced = tests_of_image(node, "1.3") if _may_be_replaced(node) else ()
    return (*tests_of_image(node, "1.1"), *tests_if_decorative(node), *replaced, *tests_if_informative(node))


def _may_be_replaced(node: Node) -> bool:
    """An adjacent link or a mechanism of the page may give what the element does not say (1.1.6, 1.1.7)."""
    return node.tag in ("object", "embed") and not is_said_decorative(node)


def _question(node: Node, page: Page) -> str:
    if is_said_decorative(node):
        return (
            "Cette image est déclarée décorative\u00a0: vérifiez qu’elle n’apporte aucune information qui ne soit déjà "
            "écrite à côté."
        )
    return (
        "Cette image n’a pas d’alternative et n’est pas cachée aux technologies d’assistance\u00a0: dites si elle "
        "apporte une information ou si elle décore."
    )


RULE = Rule(
    asks=(*every_test("1.1", "1.2", "1.6", "1.8"), "1.3.4", "1.3.5"),
    tests_of=_tests,
    applicability=_applicability,
    expectation=a_person_must_look,
    message=_question,
    fix=(
        'Si elle apporte une information, donnez-lui une alternative (et role="img" s’il s’agit d’un dessin svg, d’un '
        'canvas, d’un object ou d’un embed). Sinon, cachez-la avec alt="" ou aria-hidden="true".'
    ),
)
