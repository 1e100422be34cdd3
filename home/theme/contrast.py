"""How well one colour is seen on another, and the nearest colour that is seen well enough."""

import math
from collections.abc import Callable

from coloraide import Color

_STEP = 0.002


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as the RGAA measures it (WCAG 2), from 1 to 21."""
    return Color(one).contrast(other, method="wcag21")


def at_lightness(colour: str, lightness: float, most_chroma: float = 1.0) -> str:
    """The colour of the same hue at an OKLCH lightness, as vivid as before where screens can show it."""
    oklch = Color(colour).convert("oklch")
    oklch["lightness"] = min(max(lightness, 0.0), 1.0)
    oklch["chroma"] = min(oklch["chroma"], most_chroma)
    return oklch.fit("srgb", method="oklch-chroma").convert("srgb").to_string(hex=True)


def nearest(colour: str, accepted: Callable[[str], bool]) -> str | None:
    """The colour that is accepted for the smallest change of lightness; None when neither black nor white would do."""
    lightness = Color(colour).convert("oklch")["lightness"]
    if accepted(colour):
        return colour
    for step in range(1, math.ceil(1 / _STEP) + 1):
        for tried in (lightness - step * _STEP, lightness + step * _STEP):
            if -_STEP < tried < 1 + _STEP and accepted(found := at_lightness(colour, tried)):
                return found
    return None
