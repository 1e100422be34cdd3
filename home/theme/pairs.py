"""Which colour is read or seen on which, by token: every pair that the style sheets use and a theme may change.

A test draws all the components and refuses a pair of theirs that is missing here.
"""

from typing import NamedTuple

TEXT, INTERFACE = 4.5, 3.0
"""The least contrast that the RGAA asks for: criteria 3.2 and 3.3."""

CRITERIA = {TEXT: "3.2", INTERFACE: "3.3"}


class Pair(NamedTuple):
    """One colour on another. `least`: the contrast that they need."""

    front: str
    back: str
    least: float


PAIRS = (
    Pair("brand", "paper", TEXT),
    Pair("brand", "tint", TEXT),
    Pair("on-brand", "brand", TEXT),
    Pair("on-band", "band", TEXT),
    Pair("accent", "paper", TEXT),
    Pair("accent", "tint", TEXT),
    Pair("ink", "tint", TEXT),
    Pair("ink-soft", "tint", TEXT),
    Pair("danger", "tint", TEXT),
    Pair("success", "tint", TEXT),
    Pair("line", "tint", INTERFACE),
    Pair("focus", "tint", INTERFACE),
)

NAMES = {
    "paper": "le fond des pages",
    "tint": "la teinte des encadrés",
    "brand": "la couleur principale",
    "accent": "la couleur d’accent",
    "band": "le bandeau du menu",
    "ink": "le texte",
    "ink-soft": "le texte secondaire",
    "on-brand": "le texte des boutons",
    "on-band": "le texte du menu",
    "danger": "le texte des erreurs",
    "success": "le texte des réussites",
    "line": "le bord des champs",
    "focus": "le contour qui suit le clavier",
}
"""What editors call each token."""
