"""How often the backgrounds that an endless animation of style gives to an element flash, by the definition of WCAG."""

import json

from accessibility.page.colours import colour
from accessibility.page.model import Node

_LEAST_CHANGE = 0.1
"""Of the greatest relative luminance, in a change that counts."""
_BRIGHT = 0.8
"""Relative luminance above which the darker of two colours makes no flash."""
_FASTEST = 20
"""A second: a faster change may not show on a screen."""


def flashes_a_second(node: Node) -> float:
    """The general flashes of one second, 0 where they cannot be told: colours not opaque, several animations."""
    animations = json.loads(node.styles.get("::flashes", "[]"))
    if len(animations) != 1:
        return 0
    milliseconds, direction, keyframes = animations[0]
    luminances = _luminances(keyframes)
    if not luminances or not milliseconds or direction not in ("normal", "alternate"):
        return 0
    if direction == "alternate":
        luminances, milliseconds = luminances + luminances[-2:0:-1], milliseconds * 2
    rate = _flashes_of_a_round(luminances) * 1000 / milliseconds
    return rate if rate <= _FASTEST else 0


def _luminances(keyframes: list[tuple[float, str, str]]) -> list[float]:
    """Those that show, in their order. By steps, the last keyframe is never reached, or the first may be jumped."""
    stepped = [easing for _, _, easing in keyframes if "step" in easing]
    if any("," in easing for easing in stepped):
        return []
    ordered = sorted(keyframes, key=lambda frame: frame[0])
    colours = [colour(written) for _, written, _ in ordered[: -1 if stepped else None]]
    opaque = [found for found in colours if found is not None and found.alpha == 1]
    return [found.luminance for found in opaque] if len(opaque) == len(colours) else []


def _flashes_of_a_round(luminances: list[float]) -> int:
    """The pairs of opposite changes, the end being followed by the beginning."""
    start = luminances.index(min(luminances))
    turned = luminances[start:] + luminances[:start] + [luminances[start]]
    flashes, low, high = 0, turned[0], turned[0]
    for luminance in turned[1:]:
        high = max(high, luminance)
        if high - luminance >= _LEAST_CHANGE and high - low >= _LEAST_CHANGE and min(low, luminance) < _BRIGHT:
            flashes, low, high = flashes + 1, luminance, luminance
        elif high - low < _LEAST_CHANGE:
            low = min(low, luminance)
            high = max(low, luminance)
    return flashes
