"""Addresses of the parts of a page, for deep links, and the list of them « Dans cette page »."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from home.french_words import fold

# Where the text of a title stands, by kind of block.
_TITLES = {"heading": "text", "place": "name", "contact": "name"}
_LISTED_LEVELS = ("2", "3")
_WITHOUT_LETTERS = "partie"
_FRAME = frozenset(
    "apparence contenu dans-cette-page erreurs haut menu pied-de-page recherche recherche-dans-la-page "
    "recherche-dans-la-page-mots recherche-mots wagtail-userbar-items wagtail-userbar-trigger".split()
)


@dataclass
class Part:
    """A part of a page: its title, the identifier that leads to it, the block that wrote it, the parts under it."""

    text: str
    anchor: str
    block: object
    parts: list["Part"] = field(default_factory=list)


def anchored(blocks: Iterable) -> list[tuple]:
    """Each block with the identifier of its title; empty for blocks that have none.

    An identifier depends on the text alone, as long as no title before it reads the same.
    """
    taken, pairs = set(_FRAME), []
    for block in blocks:
        text = _title(block)
        anchor = _free(_slug(text), taken) if text else ""
        taken.add(anchor)
        pairs.append((block, anchor))
    return pairs


def contents(blocks: Iterable) -> list[Part]:
    """The titled parts of levels 2 and 3, the latter under the former."""
    parts: list[Part] = []
    above = None
    for block, anchor in anchored(blocks):
        level = block.value["level"] if anchor else None
        if level not in _LISTED_LEVELS:
            continue
        part = Part(_title(block), anchor, block)
        if level == "3" and above is not None:
            above.parts.append(part)
            continue
        parts.append(part)
        above = part if level == "2" else None
    return parts


def _title(block) -> str:
    name = _TITLES.get(block.block_type)
    return (block.value.get(name) or "").strip() if name else ""


def _slug(text: str) -> str:
    slug = "-".join(re.findall(r"[a-z0-9]+", fold(text)))
    return slug or _WITHOUT_LETTERS


def _free(slug: str, taken: set[str]) -> str:
    anchor, number = slug, 1
    while anchor in taken:
        number += 1
        anchor = f"{slug}-{number}"
    return anchor
