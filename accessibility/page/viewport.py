"""What a `meta` element named viewport lets the reader do with the zoom."""

import re

from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import in_generated_code, in_main_document

_PROPERTY = re.compile(r"([a-z-]+)\s*=\s*([^\s,;=]+)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")
_OF_THE_ZOOM = frozenset(("user-scalable", "maximum-scale"))
_ENOUGH = 2
_KEYWORDS = {"yes": 1.0, "no": 0.0, "device-width": 10.0, "device-height": 10.0}


def viewport_elements(page: Page) -> list[Node]:
    """The `meta` elements of the page's document that speak of the zoom, whatever the case of their name."""
    metas = in_main_document(in_generated_code(page.select("meta")), page)
    named = (node for node in metas if (node.get("name") or "").strip().lower() == "viewport")
    return [n for n in named if n.namespace == HTML and not _OF_THE_ZOOM.isdisjoint(_properties(n))]


def forbids_to_zoom(node: Node) -> bool:
    """It refuses any zoom, or one of 200 %. A value that nobody knows and a negative scale are ignored."""
    said = _properties(node)
    zooms, largest = _value(said.get("user-scalable")), _value(said.get("maximum-scale"))
    return (zooms is not None and abs(zooms) < 1) or (largest is not None and 0 <= largest < _ENOUGH)


def _properties(node: Node) -> dict[str, str]:
    return dict(_PROPERTY.findall((node.get("content") or "").lower()))


def _value(written: str | None) -> float | None:
    if written is None or written in _KEYWORDS:
        return _KEYWORDS.get(written or "")
    number = _NUMBER.match(written)
    return float(number[0]) if number else None
