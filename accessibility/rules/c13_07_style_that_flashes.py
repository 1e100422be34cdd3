"""13.7.3: an effect of flash made by styles comes less than three times a second, or on 21,824 pixels at the most.

An endless animation gives the element opaque backgrounds that go from light to dark and back more than three times a
second: WCAG counts a pair of opposite changes of a tenth of the greatest relative luminance or more, where the darker
is below 0.80. It fails on twice that area or more, once taken off what lies on the element with a background or a
picture of its own, and where nothing that is taken out of the flow may lie over it. Where one of these is not met, and
for pseudo-elements and other properties, a person watches.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#13.7.3
"""

from accessibility.page.colours import has_background
from accessibility.page.flashes import flashes_a_second
from accessibility.page.model import Node, Page
from accessibility.rules.base import Answer, Rule

_MOST = 3
_SAFE_AREA = 21824
_WINDOW = (1024, 768)
_PICTURES = ("img", "svg", "canvas", "video", "iframe", "object", "embed", "input", "textarea", "select", "button")


def _seen_area(node: Node) -> float:
    if node.rectangle is None:
        return 0
    x, y, width, height = node.rectangle
    across, down = (min(size, most) for size, most in zip((width, height), _WINDOW, strict=True))
    return across * down if x >= 0 and y >= 0 else 0


def _covers(node: Node) -> bool:
    return has_background(node) or "background-image" in node.styles or node.tag in _PICTURES


def _overlaps(one: Node, other: Node) -> bool:
    if one.rectangle is None or other.rectangle is None:
        return True
    (x, y, width, height), (left, top, across, down) = one.rectangle, other.rectangle
    return x < left + across and left < x + width and y < top + down and top < y + height


def _is_plain(node: Node, page: Page) -> bool:
    """Nothing fades the element, and nothing that is out of the flow lies over it."""
    family = {node, *node.descendants(), *node.ancestors()}
    elements = [n for n in page.nodes if n.is_element]
    faded = any(n.styles.get("opacity", "1") != "1" or "clip-path" in n.styles for n in family if n.is_element)
    over = any(
        n.visible and n.styles.get("position", "static") != "static" and _covers(n) and _overlaps(n, node)
        for n in elements
        if n not in family
    )
    return not faded and not over and "background-image" not in node.styles


def _expectation(node: Node, page: Page) -> Answer:
    if flashes_a_second(node) <= _MOST or _seen_area(node) <= _SAFE_AREA:
        return Answer.MEETS
    covered = sum(_seen_area(n) for n in node.descendants() if n.is_element and n.visible and _covers(n))
    large = _seen_area(node) - covered > 2 * _SAFE_AREA
    return Answer.FAILS if large and _is_plain(node, page) else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    fails=("13.7.3",),
    applicability=lambda page: [n for n in page.nodes if "::flashes" in n.styles and n.visible],
    expectation=_expectation,
    needs_rendering=True,
    message=lambda node, page: (
        f"Cet élément clignote {flashes_a_second(node):.0f} fois par seconde sur une grande surface\u00a0: il peut "
        "déclencher une crise d’épilepsie."
    ),
    review_message="Regardez si cet élément clignote plus de trois fois par seconde sur une grande surface.",
    fix="Retirez le clignotement, ou ralentissez-le à moins de trois fois par seconde.",
)
