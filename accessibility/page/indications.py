"""Passages that point at something by its colour, its shape, its size or its place, in French and in English."""

import re
from functools import lru_cache

_COLOURS = (
    r"(?:rouges?|ver(?:te?s?)|bleue?s?|jaunes?|oranges?|violett?e?s?|roses?|grise?s?|noire?s?|blanc(?:he)?s?|marrons?|"
    r"red|green|blue|yellow|purple|pink|gr[ea]y|orange|black|white)"
)
_THINGS = (
    r"(?:boutons?|champs?|textes?|liens?|lignes?|cases?|zones?|points?|pastilles?|ic[ôo]nes?|carr[ée]s?|cercles?|ronds?|"
    r"colonnes?|cellules?|courbes?|barres?|encadr[ée]s?|mots?|dates?|jours?|onglets?|menus?|étiquettes?|"
    r"buttons?|fields?|text|links?|rows?|cells?|areas?|dots?|icons?|squares?|circles?|columns?|boxes|box|words?|items?)"
)
_BY_COLOUR = re.compile(
    rf"\b{_THINGS} (?:[\wéèàçù’']+ ){{0,4}}(?:en |in |de couleur )?{_COLOURS}\b|\b{_COLOURS} {_THINGS}\b|"
    rf"\b(?:en|in) {_COLOURS}\b",
    re.IGNORECASE,
)
_PLACES = (
    r"(?:(?:à|de|sur(?: la| votre)?|vers la) (?:droite|gauche)|ci-contre|en haut|en bas|au-dessous|au-dessus|"
    r"(?:on|to|at|in) (?:the |your )?(?:left|right|top|bottom)|(?:left|right)[- ]hand|underneath|upper (?:left|right)|"
    r"lower (?:left|right))"
)
_SHAPES = r"(?:rond|carré|triangulaire|rectangulaire|circulaire|ovale|round|square|triangular|rectangular|circular)e?s?"
_SIZES = r"(?:gros|grosse|grand|grande|petit|petite|big|large|small|bigger|larger|smaller)s?"
_PARTS = (
    r"(?:boutons?|menus?|liens?|ic[ôo]nes?|colonnes?|rubriques?|encadrés?|onglets?|formulaires?|champs?|écran|pages?|"
    r"buttons?|links?|icons?|columns?|fields?|tabs?|screen|examples?|form)"
)
_GESTURES = r"(?:cliqu\w*|appuy\w*|touch\w*|sélectionn\w*|choisi\w*|click\w*|press\w*|tap\w*|find|look|see|voir)"
_BY_PLACE = re.compile(
    rf"\b(?:{_PARTS}|{_GESTURES})\b[^.!?]{{0,80}}\b{_PLACES}\b|\b{_PLACES}\b[^.!?]{{0,80}}\b(?:{_PARTS}|{_GESTURES})\b|"
    rf"\b{_PARTS} {_SHAPES}\b|\b{_SHAPES} {_PARTS}\b|\b{_SIZES} {_PARTS}\b|\b{_PARTS} en {_SIZES}\b",
    re.IGNORECASE,
)

_WORD = re.compile(r"\w+")
_COLOUR = re.compile(_COLOURS, re.IGNORECASE)
_POINTED_AT = re.compile(rf"{_PARTS}|{_GESTURES}", re.IGNORECASE)
_WHERE = re.compile(
    rf"droite|gauche|contre|haut|bas|dessous|dessus|left|right|top|bottom|underneath|{_SHAPES}|{_SIZES}", re.IGNORECASE
)


def by_colour(text: str) -> str:
    """The first passage that points at something by its colour, empty without one."""
    match = _BY_COLOUR.search(text) if any(map(_is_a_colour, _words(text))) else None
    return match[0] if match else ""


def by_shape_or_place(text: str) -> str:
    """The first passage that points at a part of the page by its shape, size or place, empty without one."""
    said = _words(text)
    match = _BY_PLACE.search(text) if any(map(_tells_where, said)) and any(map(_is_pointed_at, said)) else None
    return match[0] if match else ""


def _words(text: str) -> set[str]:
    """Among them are those without which no pattern matches: they are looked for first, each found out once."""
    return set(_WORD.findall(text))


@lru_cache(maxsize=4096)
def _is_a_colour(word: str) -> bool:
    return _COLOUR.fullmatch(word) is not None


@lru_cache(maxsize=4096)
def _tells_where(word: str) -> bool:
    return _WHERE.fullmatch(word) is not None


@lru_cache(maxsize=4096)
def _is_pointed_at(word: str) -> bool:
    return _POINTED_AT.fullmatch(word) is not None
