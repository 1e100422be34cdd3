"""1.1.5 to 1.1.8: an image that informs by `svg`, `object`, `embed` or `canvas` has the role img and an alternative.

An author who writes a label, a title or a `title` element says that the drawing informs; the test then asks for
`role="img"`. Certain for `svg`, which has no other way to conform. Another role, a component inside, a link or a
button around, or another kind of image, whose test admits other ways, take a person (`c01_03_alternative_to_judge`).
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.1.5
"""

from accessibility.page.images import names_a_control, outermost_svgs
from accessibility.page.model import HTML, Node, Page
from accessibility.page.names import labelling_text
from accessibility.page.scope import exposed, in_generated_code
from accessibility.page.text import is_blank
from accessibility.rules.base import Answer, Rule


def _is_named(node: Node, page: Page) -> bool:
    titles = [child.raw_text for child in node.elements if child.tag == "title"]
    return any(not is_blank(text) for text in (node.get("aria-label") or "", labelling_text(node, page), *titles))


def _is_part_of_a_component(node: Node) -> bool:
    """Within a link, a button or a role that makes one whole of what it holds, it is read with them."""
    return any(
        (around.tag in ("a", "button", "summary", "label", "option", "figure")) or around.has("role")
        for around in node.ancestors()
        if around.tag not in ("main", "header", "footer", "nav", "aside", "section", "form", "body", "html", "table")
    )


def _is_a_component(node: Node) -> bool:
    """It holds what has a role, a focus or a content of its own: it is not, or not only, an image."""
    return any(
        inner.tag in ("a", "foreignobject", "switch")
        or inner.has("role")
        or inner.has("tabindex")
        or inner.namespace == HTML
        for inner in node.descendants()
        if inner.is_element
    )


def _expectation(node: Node, page: Page) -> Answer:
    if node.has("role"):
        return Answer.MEETS
    unsure = _is_a_component(node) or _is_part_of_a_component(node)
    return Answer.A_PERSON_MUST_LOOK if unsure else Answer.FAILS


RULE = Rule(
    fails=("1.1.5",),
    applicability=lambda page: [
        node
        for node in exposed(in_generated_code(outermost_svgs(page)))
        if _is_named(node, page) and not names_a_control(node)
    ],
    expectation=_expectation,
    styles_matter=True,
    message='Ce dessin (svg) a une alternative mais pas de role="img"\u00a0: elle risque de ne pas être lue.',
    review_message='Ce dessin (svg) a une alternative mais pas de role="img"\u00a0: vérifiez comment il est lu.',
    fix='Ajoutez role="img" à la balise svg. S’il ne fait que décorer, retirez son titre et mettez aria-hidden="true".',
)
