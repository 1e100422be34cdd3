"""Frames: `iframe` and `frame`."""

from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import exposed, in_generated_code
from accessibility.page.sight import has_scripts


def frames(page: Page) -> list[Node]:
    """The frames of the page that assistive technologies are given."""
    return exposed(_frames(page))


def frames_that_may_show(page: Page) -> list[Node]:
    """The frames that assistive technologies are given, now, or once a script or a reader shows them."""
    scripted = has_scripts(page)
    return [
        node
        for node in _frames(page)
        if not node.is_hidden_from_assistive_technology
        or (node.is_hidden and not _is_kept_silent(node) and (scripted or node.closest("details") is not None))
    ]


def _frames(page: Page) -> list[Node]:
    return in_generated_code(node for node in page.select("iframe", "frame") if node.namespace == HTML)


def _is_kept_silent(node: Node) -> bool:
    return any(around.get("aria-hidden") == "true" for around in (node, *node.ancestors()))
