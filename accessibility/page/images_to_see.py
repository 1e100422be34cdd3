"""The images of a page that a person has to look at, too small ones left out."""

from accessibility.page.images import images
from accessibility.page.model import Node, Page
from accessibility.page.scope import is_presentational, shown
from accessibility.page.text import is_blank

_SMALLEST = 16
"""Sides under which nothing but an icon or a marker is drawn (CSS pixels). An image without size did not load."""


def images_to_see(page: Page) -> list[Node]:
    """The images on the screen, areas of an image left out, in document order."""
    return [node for node in shown(images(page)) if node.tag != "area" and _may_be_looked_at(node)]


def is_said_decoration(node: Node) -> bool:
    """Its author gives it no alternative, on purpose."""
    if is_presentational(node) or node.is_hidden_from_assistive_technology:
        return True
    named = any(not is_blank(node.get(name) or "") for name in ("aria-label", "aria-labelledby", "title"))
    return node.tag == "img" and node.has("alt") and is_blank(node.get("alt") or "") and not named


def _may_be_looked_at(node: Node) -> bool:
    if node.rectangle is None:
        return True
    _, _, width, height = node.rectangle
    return (width == 0 and height == 0 and node.tag == "img") or (width >= _SMALLEST and height >= _SMALLEST)
