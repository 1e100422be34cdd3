"""Borders as the probe brings them back, and what draws a shape on the screen."""

import re

from accessibility.page.colours import Colour, colour, has_background
from accessibility.page.model import Node

_COLOUR = re.compile(r"rgba?\([^)]*\)")
_OF_THE_BROWSER = ("rgb(118, 118, 118)", "rgb(133, 133, 133)")
_UNDRAWN = ("", "none", "hidden")
_PICTURES = frozenset("img svg canvas hr video object embed iframe i".split())


def border_colours(node: Node) -> list[Colour] | None:
    """The colours of the sides that are drawn, none without border; None for the browser's own, or when unsure."""
    written = node.styles.get("border")
    if written is None:
        return []
    widths, colours, styles = written.split("|")
    if "inset" in styles and any(own in colours for own in _OF_THE_BROWSER):
        return None
    sides = zip(_four(widths.split()), _four(_COLOUR.findall(colours)), _four(styles.split()), strict=True)
    drawn = [
        painted for width, painted, style in sides if style not in _UNDRAWN and float(width.removesuffix("px") or 0)
    ]
    parsed = [colour(painted) for painted in drawn]
    return None if any(found is None for found in parsed) else [found for found in parsed if found]


def draws_something(node: Node) -> bool:
    """It draws a border, a background other than that around it, a shadow, a picture, or a pseudo-element."""
    styles = node.styles
    if node.tag in _PICTURES or any(name in styles for name in ("border", "box-shadow", "background-image", "::drawn")):
        return True
    around = node.parent.styles.get("background-color") if node.parent else None
    return has_background(node) and styles.get("background-color") != around


def _four(values: list[str]) -> list[str]:
    """The four sides of a CSS shorthand: top, right, bottom, left."""
    if not values:
        return [""] * 4
    top, right, bottom, left = (list(values) + [""] * 3)[:4]
    return [top, right or top, bottom or top, left or right or top]
