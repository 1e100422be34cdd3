"""Which nodes a rule speaks of: what is in the generated code, what is perceived, what belongs to the page itself."""

from collections.abc import Iterable

from accessibility.page.model import HTML, Node, Page
from accessibility.page.once import once_a_page

_GLOBAL_ATTRIBUTES = frozenset(
    "aria-atomic aria-busy aria-controls aria-current aria-describedby aria-description aria-details aria-flowto "
    "aria-keyshortcuts aria-label aria-labelledby aria-live aria-owns aria-relevant aria-roledescription".split()
)


def in_generated_code(nodes: Iterable[Node]) -> list[Node]:
    """The nodes that are in the document, leaving out templates and what replaces scripts."""
    return [node for node in nodes if not node.is_inert]


@once_a_page
def html_elements(page: Page) -> list[Node]:
    """The HTML elements of the generated code, those of SVG and MathML left out."""
    return in_generated_code(node for node in page.elements if node.namespace == HTML)


def exposed(nodes: Iterable[Node]) -> list[Node]:
    """The nodes that assistive technologies are given: neither hidden nor under `aria-hidden`."""
    return [node for node in nodes if not node.is_hidden_from_assistive_technology]


def shown(nodes: Iterable[Node]) -> list[Node]:
    """The nodes that are on the screen."""
    return [node for node in nodes if not node.is_hidden]


def is_presentational(node: Node) -> bool:
    """The author took its meaning away with `role="presentation"` or `none`."""
    return node.explicit_role in ("presentation", "none")


def keeps_its_role(node: Node) -> bool:
    """Browsers ignore `role="none"` here: the element takes the focus or has a global ARIA attribute (WAI-ARIA 7.1)."""
    return bool(node.focusable) or not _GLOBAL_ATTRIBUTES.isdisjoint(node.attributes)


def roots(page: Page) -> list[Node]:
    """The page's root element, as a list: what a rule about the whole page applies to."""
    return [page.root] if page.root else []


def in_main_document(nodes: Iterable[Node], page: Page) -> list[Node]:
    """The nodes of the page's own document, frames and shadow trees left out."""
    return [node for node in nodes if page.tree_of(node) is page.document]


def in_captioned_figure(node: Node) -> bool:
    """The node is in a `figure` that has a `figcaption`: the RGAA treats such images apart."""
    figure = node.closest("figure")
    return figure is not None and any(True for _ in figure.find("figcaption"))
