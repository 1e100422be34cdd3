"""Colours as a browser computes them, how they lie over each other, and their contrast (WCAG 2, relative luminance)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from accessibility.page.model import Node
from accessibility.page.once import handed_down

_RGB = re.compile(r"rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+)(%?))?\s*\)")


@dataclass(frozen=True)
class Colour:
    """Red, green and blue from 0 to 255, and how opaque it is, from 0 to 1."""

    red: float
    green: float
    blue: float
    alpha: float = 1.0

    def over(self, below: "Colour") -> "Colour":
        """What is seen of this colour laid over an opaque one."""
        mixed = (
            above * self.alpha + under * (1 - self.alpha)
            for above, under in zip(
                (self.red, self.green, self.blue), (below.red, below.green, below.blue), strict=True
            )
        )
        return Colour(*mixed)

    @property
    def luminance(self) -> float:
        """The relative luminance of WCAG 2, from 0 (black) to 1 (white)."""
        red, green, blue = (_linear(channel / 255) for channel in (self.red, self.green, self.blue))
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue


WHITE = Colour(255, 255, 255)
BLACK = Colour(0, 0, 0)


@lru_cache(maxsize=1024)
def colour(text: str) -> Colour | None:
    """The colour that a computed value writes as `rgb()` or `rgba()`; None for any other notation."""
    match = _RGB.fullmatch(text.strip())
    if match is None:
        return None
    alpha = 1.0 if match[4] is None else float(match[4]) / (100 if match[5] else 1)
    return Colour(float(match[1]), float(match[2]), float(match[3]), alpha)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two opaque colours, from 1 to 21."""
    lighter, darker = sorted((one.luminance, other.luminance), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def has_background(node: Node) -> bool:
    """The element paints a colour behind its content, however light."""
    written = node.styles.get("background-color", "")
    if written in ("", "transparent"):
        return False
    own = colour(written)
    return own is None or own.alpha > 0


@handed_down
def has_background_around(node: Node, above: bool | None) -> bool:
    """The element, or one around it, paints a colour behind its content."""
    return bool(above) or has_background(node)


def background_of(node: Node) -> Colour | None:
    """The colour behind the content of an element, those of its ancestors included; None when one cannot be sure.

    An image, a gradient, an element taken out of the flow or half transparent on the way may put anything behind.
    """
    layers: list[Colour] = []
    for around in (node, *node.ancestors()):
        if not around.is_element:
            continue
        if "background-image" in around.styles or "opacity" in around.styles or "clip-path" in around.styles:
            return None
        if has_background(around):
            layer = colour(around.styles["background-color"])
            if layer is None:
                return None
            layers.append(layer)
            if layer.alpha == 1:
                break
        if around.styles.get("position", "static") not in ("static", "relative"):
            return None
    seen = WHITE
    for layer in reversed(layers):
        seen = layer.over(seen)
    return seen


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
