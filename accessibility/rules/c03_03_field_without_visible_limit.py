"""3.3.1: a component of the interface has a contrast of 3:1 with what touches it.

An empty text field of which nothing is drawn (border, background, shadow) at 3:1 with what is around it cannot be
found on the screen. Measured where every colour is known for certain; a field with a text or an example in it, with a
picture, with the browser's own look, out of use, or drawn by an element around or beside it, is not failed. Where the
background is not known, a person looks.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#3.3.1
"""

from accessibility.page.borders import border_colours, draws_something
from accessibility.page.colours import background_of, colour, contrast, has_background
from accessibility.page.forms import native_fields, type_of
from accessibility.page.model import Node, Page
from accessibility.page.once import once_a_page
from accessibility.page.text import is_blank
from accessibility.rules.base import Answer, Rule

_TYPED = frozenset("text email tel url password number search textarea".split())
_ENOUGH = 3
_NEAR = 24
"""CSS pixels within which something else may draw the field."""


def _applicability(page: Page) -> list[Node]:
    return [
        node
        for node in native_fields(page)
        if type_of(node) in _TYPED
        and node.visible
        and node.focusable
        and not node.has("readonly")
        and is_blank((node.get("placeholder") or "") + (node.get("value") or "") + node.raw_text)
        and (node.rectangle or (0, 0, 0, 0))[2] > 4
    ]


@once_a_page
def _drawn(page: Page) -> list[Node]:
    return [node for node in page.nodes if node.is_element and node.visible and draws_something(node)]


def _is_close(node: Node, field: Node) -> bool:
    """It touches the field, and if it goes around it, it goes closely."""
    x, y, width, height = node.rectangle or (0, 0, 0, 0)
    left, top, across, down = field.rectangle or (0, 0, 0, 0)
    apart = max(left - (x + width), x - (left + across), top - (y + height), y - (top + down))
    if apart > _NEAR:
        return False
    around = x <= left and y <= top and x + width >= left + across and y + height >= top + down
    return not around or max(left - x, top - y, x + width - left - across, y + height - top - down) <= 2 * _NEAR


def _expectation(node: Node, page: Page) -> Answer:
    if any(name in node.styles for name in ("box-shadow", "outline-style", "background-image", "clip-path", "opacity")):
        return Answer.MEETS
    edges = border_colours(node)
    if edges is None or node.parent is None:
        return Answer.MEETS
    outside = background_of(node.parent)
    if outside is None:
        return Answer.A_PERSON_MUST_LOOK
    inside = colour(node.styles["background-color"]) if has_background(node) else outside
    if inside is None or contrast(inside.over(outside), outside) >= _ENOUGH:
        return Answer.MEETS
    inside = inside.over(outside)
    for edge in edges:
        seen = edge.over(outside)
        if contrast(seen, outside) >= _ENOUGH or contrast(seen, inside) >= _ENOUGH:
            return Answer.MEETS
    if any(other is not node and _is_close(other, node) for other in _drawn(page)):
        return Answer.MEETS
    return Answer.FAILS


RULE = Rule(
    fails=("3.3.1",),
    applicability=_applicability,
    expectation=_expectation,
    needs_rendering=True,
    message="On ne voit pas ce champ\u00a0: ni sa bordure ni son fond n’ont un contraste de 3:1 avec ce qui l’entoure.",
    review_message="Ce champ est sur une image ou un dégradé\u00a0: vérifiez qu’on en voit les limites (3:1).",
    fix="Donnez au champ une bordure plus foncée, par exemple «\u00a0border: 1px solid #666\u00a0» sur un fond blanc.",
)
