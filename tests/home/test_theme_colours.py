"""What a palette is accepted or refused for, measured here by the formula of WCAG and not by the library's."""

import random

import pytest
from coloraide import Color

from home.theme.contrast import nearest
from home.theme.pairs import PAIRS
from home.theme.palette import CHOSEN, SCHEMES, field_of, palette, too_pale
from home.theme.tokens import usual_colours

FIELDS = [field_of(token, scheme) for token in CHOSEN for scheme in SCHEMES]
PALETTES = 200


def luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def passes(chosen: dict[str, str]) -> bool:
    """Whether every pair has the contrast that it needs, in both schemes."""
    colours = palette(chosen)
    return all(
        ratio(getattr(colours[pair.front], scheme), getattr(colours[pair.back], scheme)) >= pair.least
        for pair in PAIRS
        for scheme in SCHEMES
    )


def some_palette(chance: random.Random) -> dict[str, str]:
    """Colours around the lightness at which palettes begin to pass, some fields left blank."""
    around = {"tint": 0.9, "brand": 0.48, "accent": 0.48, "tint_dark": 0.32, "brand_dark": 0.72, "accent_dark": 0.72}
    chosen = {}
    for field in FIELDS:
        if chance.random() < 0.7:
            lightness = min(max(chance.gauss(around[field], 0.09), 0), 1)
            oklch = Color("oklch", [lightness, chance.random() * 0.2, chance.random() * 360])
            chosen[field] = oklch.fit("srgb").convert("srgb").to_string(hex=True)
    return chosen


def test_no_palette_below_the_contrast_is_accepted_and_none_above_is_refused():
    chance = random.Random(20261127)
    palettes = [some_palette(chance) for _ in range(PALETTES)]
    verdicts = [(not too_pale(chosen), passes(chosen), chosen) for chosen in palettes]
    assert [chosen for accepted, fine, chosen in verdicts if accepted != fine] == []
    accepted = sum(accepted for accepted, _, _ in verdicts)
    assert PALETTES / 5 < accepted < PALETTES * 4 / 5, "the palettes try both sides of the limit"


def test_a_palette_mended_as_offered_is_accepted():
    chance = random.Random(3)
    mended = 0
    while mended < 40:
        chosen = some_palette(chance)
        refused = too_pale(chosen)
        if refused:
            chosen |= {colour.field: colour.offered for colour in refused}
            assert passes(chosen), chosen
            assert too_pale(chosen) == []
            mended += 1


def test_the_usual_colours_pass():
    assert too_pale({}) == []
    assert passes({})


@pytest.mark.parametrize("field", ["brand", "accent", "tint"])
def test_a_light_colour_alone_gives_a_dark_one_that_passes(field):
    chance = random.Random(field)
    tried = 0
    while tried < 25:
        chosen = {field: some_palette(chance).get(field)}
        if chosen[field] and not [colour for colour in too_pale(chosen) if colour.scheme == "light"]:
            assert too_pale(chosen) == []
            tried += 1


def test_the_offered_colour_only_changes_by_its_lightness():
    (refused,) = too_pale({"brand": "#7fb3a8"})
    assert (refused.token, refused.scheme, refused.field) == ("brand", "light", "brand")
    asked, offered = Color("#7fb3a8").convert("oklch"), Color(refused.offered).convert("oklch")
    assert offered["lightness"] < asked["lightness"]
    assert offered["hue"] == pytest.approx(asked["hue"], abs=2)
    assert offered["chroma"] == pytest.approx(asked["chroma"], abs=0.01)


def test_the_offered_colour_is_the_nearest():
    offered = nearest("#999999", lambda colour: ratio(colour, "#ffffff") >= 4.5)
    lighter = Color(offered).convert("oklch").set("lightness", lambda light: light + 0.004)
    assert ratio(offered, "#ffffff") >= 4.5 > ratio(lighter.convert("srgb").to_string(hex=True), "#ffffff")


def test_the_refusal_says_what_was_measured_and_never_rounds_up():
    (refused,) = too_pale({"brand": "#0f8a7a"})
    said = str(refused).replace("\xa0", " ")
    measured = ratio("#0f8a7a", usual_colours()["paper"].light)
    assert f"{int(measured * 100) / 100:.2f}".replace(".", ",") + ":1 avec le fond des pages" in said
    assert "Il faut 4,5:1 (RGAA, critère 3.2) ; mesuré : " in said
    assert refused.offered in said
