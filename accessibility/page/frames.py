"""Frames: `iframe` and `frame`."""

from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import exposed, in_generated_code


def frames(page: Page) -> list[Node]:
    """The frames of the page that assistive technologies are given."""
    found = (node for node in page.select("iframe", "frame") if node.namespace == HTML)
    return exposed(in_generated_code(found))
