"""10.5.1: a colour of text declared in CSS goes with a colour of background, inherited at least.

A text whose computed colour is none that a browser gives by itself has a declared colour; when neither its element nor
any around it paints a background, none is declared. Colours that attributes give, those of links, fields and buttons
that nobody changed, and a page that may follow a dark theme are left aside; an image behind the text takes a person.
There is one finding by colour, on the first of the outermost elements that have it.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.5.1
"""

from accessibility.page.colours import has_background_around
from accessibility.page.model import HTML, Node, Page
from accessibility.page.once import handed_down, once_a_page
from accessibility.page.text_blocks import holders_of_words
from accessibility.rules.base import Answer, Rule

_OF_THE_BROWSER = frozenset(
    ("rgb(0, 0, 0)", "rgb(255, 255, 255)", "rgb(0, 0, 238)", "rgb(85, 26, 139)", "rgb(255, 0, 0)", "rgb(109, 109, 109)")
)
_WITH_COLOURS = frozenset(
    "button input select textarea option optgroup mark meter progress dialog fieldset legend output video audio font "
    "details summary marquee".split()
)
_ATTRIBUTES = frozenset("color text link vlink alink bgcolor background popover".split())


@once_a_page
def _coloured(page: Page) -> dict[Node, list[Node]]:
    """One outermost element by declared colour, with those of its descendants that hold text."""
    if page.root is None or page.root.styles.get("color") == "rgb(255, 255, 255)":
        return {}
    found: dict[str, dict[Node, list[Node]]] = {}
    for node in holders_of_words(page):
        if node.visible and node.namespace == HTML:
            colour = node.styles.get("color", "")
            if colour not in _OF_THE_BROWSER and not _is_coloured_otherwise(node):
                found.setdefault(colour, {}).setdefault(_outermost(node, colour), []).append(node)
    return {outer: texts for elements in found.values() for outer, texts in [_worst(elements)]}


def _worst(elements: dict[Node, list[Node]]) -> tuple[Node, list[Node]]:
    """The first element of a colour that holds a text without background, or the first of all."""
    bare = (item for item in elements.items() if any(not has_background_around(text) for text in item[1]))
    return next(bare, None) or next(iter(elements.items()))


@handed_down
def _is_coloured_otherwise(node: Node, above: bool | None) -> bool:
    return bool(above) or node.tag in _WITH_COLOURS or not _ATTRIBUTES.isdisjoint(node.attributes)


def _outermost(node: Node, colour: str) -> Node:
    while node.parent is not None and node.parent.is_element and node.parent.styles.get("color") == colour:
        node = node.parent
    return node


def _has_image_behind(node: Node) -> bool:
    return any("background-image" in other.styles for other in (node, *node.ancestors()) if other.is_element)


def _expectation(node: Node, page: Page) -> Answer:
    bare = [text for text in _coloured(page)[node] if not has_background_around(text)]
    if not bare:
        return Answer.MEETS
    return Answer.A_PERSON_MUST_LOOK if all(map(_has_image_behind, bare)) else Answer.FAILS


RULE = Rule(
    fails=("10.5.1",),
    applicability=lambda page: list(_coloured(page)),
    expectation=_expectation,
    needs_rendering=True,
    message="La couleur de ce texte est réglée par CSS, et aucune couleur de fond ne l’est, ni ici ni autour.",
    fix="Déclarez aussi la couleur de fond, par exemple «\u00a0background-color: #fff\u00a0» sur la balise <body>.",
)
