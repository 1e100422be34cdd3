"""The colours of a theme: those that a town chose, those that follow from them, and what is too pale among them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from home.theme.contrast import at_lightness, contrast, nearest
from home.theme.pairs import CRITERIA, NAMES, PAIRS, Pair
from home.theme.tokens import Schemed, usual_colours

CHOSEN = ("tint", "brand", "accent")
"""The tokens that a town chooses, each for light screens and for dark ones; a later one is judged on an earlier one."""

SCHEMES = {"light": "apparence claire", "dark": "apparence sombre"}
_DARK_LIGHTNESS = {"tint": 0.27, "brand": 0.8, "accent": 0.8}
_DARK_CHROMA = {"tint": 0.025, "brand": 0.13, "accent": 0.13}
_BAND_LIGHTNESS, _BAND_CHROMA = 0.29, 0.05


def field_of(token: str, scheme: str) -> str:
    """The field of the theme's form in which the colour is chosen."""
    return token if scheme == "light" else f"{token}_dark"


@dataclass(frozen=True)
class TooPale:
    """A colour that is not seen well enough, in one scheme, on what it is used with."""

    token: str
    scheme: str
    pairs: tuple[tuple[Pair, float], ...]
    offered: str

    @property
    def field(self) -> str:
        return field_of(self.token, self.scheme)

    def __str__(self) -> str:
        measured = " ".join(self._measured(least) for least in sorted({pair.least for pair, _ in self.pairs}))
        return (
            f"Contraste trop faible ({SCHEMES[self.scheme]}). {measured} "
            f"La couleur la plus proche qui convient\u00a0: {self.offered}."
        )

    def _measured(self, least: float) -> str:
        """What was measured of the pairs that need this contrast."""
        ratios = ", ".join(
            f"{_figure(ratio)} avec {NAMES[pair.back if pair.front == self.token else pair.front]}"
            for pair, ratio in self.pairs
            if pair.least == least
        )
        return f"Il faut {_figure(least)} (RGAA, critère {CRITERIA[least]})\u00a0; mesuré\u00a0: {ratios}."


def palette(chosen: Mapping[str, str]) -> dict[str, Schemed]:
    """Every colour of the pages, from what a town chose by field; what it left blank follows, or is as usual."""
    colours = dict(usual_colours())
    for token in CHOSEN:
        light, dark = chosen.get(token), chosen.get(field_of(token, "dark"))
        usual = colours[token]
        colours[token] = Schemed(light or usual.light, dark or usual.dark)
        if light and not dark:
            colours[token] = Schemed(light, _dark(token, light, colours))
    if chosen.get("brand") or chosen.get("brand_dark"):
        brand = colours["brand"]
        colours["band"] = Schemed(brand.light, at_lightness(brand.dark, _BAND_LIGHTNESS, _BAND_CHROMA))
    return colours


def too_pale(chosen: Mapping[str, str]) -> list[TooPale]:
    """The chosen colours that the RGAA refuses where the pages use them, each with the nearest that it accepts."""
    return list(_too_pale(palette(chosen)))


def _too_pale(colours: dict[str, Schemed]) -> Iterator[TooPale]:
    for scheme in SCHEMES:
        shown = {token: getattr(colour, scheme) for token, colour in colours.items()}
        for token in CHOSEN:
            failing = tuple(
                (pair, ratio)
                for pair in _pairs_of(token)
                if (ratio := contrast(shown[pair.front], shown[pair.back])) < pair.least
            )
            if failing:
                # What follows is judged, and offered, beside this colour as it should be.
                shown[token] = _nearest(token, shown)
                yield TooPale(token, scheme, failing, shown[token])


def _pairs_of(token: str) -> list[Pair]:
    """The pairs that a chosen colour answers for: none in which a later one is chosen to suit it."""
    later = CHOSEN[CHOSEN.index(token) + 1 :]
    pairs = [pair for pair in PAIRS if token in (pair.front, pair.back)]
    return [pair for pair in pairs if not {pair.front, pair.back} & set(later)]


def _dark(token: str, light: str, colours: dict[str, Schemed]) -> str:
    """The colour for dark screens that goes with the one for light screens."""
    dark = at_lightness(light, _DARK_LIGHTNESS[token], _DARK_CHROMA[token])
    return _nearest(token, {name: colour.dark for name, colour in colours.items()} | {token: dark})


def _nearest(token: str, shown: dict[str, str]) -> str:
    def accepted(colour: str) -> bool:
        tried = shown | {token: colour}
        return all(contrast(tried[pair.front], tried[pair.back]) >= pair.least for pair in _pairs_of(token))

    # Black or white suits every surface that suits the text itself. On another surface nothing does, and it is refused.
    return nearest(shown[token], accepted) or shown[token]


def _figure(ratio: float) -> str:
    """A contrast as it is written in French, never rounded up: 4,49:1 is not 4,5:1."""
    cut = int(ratio * 100) / 100
    return f"{cut:.2f}".rstrip("0").rstrip(".").replace(".", ",") + ":1"
