"""Where the parts of a page stand beside its main content, where they lead, and what they say."""

from collections.abc import Iterable

from accessibility.page.forms import all_buttons
from accessibility.page.links import links
from accessibility.page.model import HTML, Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.once import once_a_page
from accessibility.page.outgoing import address_of_link
from accessibility.page.scope import in_generated_code, in_main_document, shown
from accessibility.page.selectors import excerpt, selector_path
from accessibility.page.text import is_blank
from accessibility.several_pages.traits import ABOVE, AFTER, BEFORE, BELOW, IN, Part, spot

_MOVES_WITH_THE_WINDOW = ("fixed", "sticky")
_SPEAKING = ("id", "class", "name", "title", "aria-label", "href", "action", "placeholder")
_TRACES = ("href", "action", "id", "class", "name")


class Places:
    """Where elements stand beside the one visible main content of a page; nowhere certain when it is not one."""

    def __init__(self, page: Page) -> None:
        self._page = page
        found = [*(n for n in page.select("main") if n.namespace == HTML), *page.with_role("main")]
        mains = set(in_main_document(shown(in_generated_code(found)), page))
        self._main = mains.pop() if len(mains) == 1 else None

    def part(self, node: Node) -> Part:
        """The element as it is compared."""
        known = self._main is not None and self._page.tree_of(node) is self._page.document
        return Part(
            targets=selector_path(node),
            html=excerpt(node),
            code=_in_code(node, self._main) if known else "",
            screen=_on_screen(node, self._main) if known else "",
            shown=not node.is_hidden,
            written=any(trace in self._page.source for name in _TRACES if (trace := node.get(name))),
        )


def _in_code(node: Node, main: Node) -> str:
    if node is main or main in node.ancestors() or node in main.ancestors():
        return IN
    return BEFORE if node.index < main.index else AFTER


def _on_screen(node: Node, main: Node) -> str:
    if any(one.styles.get("position") in _MOVES_WITH_THE_WINDOW for one in (node, *node.ancestors(), main)):
        return ""
    if not node.rectangle or not main.rectangle or node.is_hidden:
        return ""
    (_, top, _, height), (_, main_top, _, main_height) = node.rectangle, main.rectangle
    if not height or not main_height:
        return ""
    if top + height <= main_top + 1:
        return ABOVE
    return BELOW if top >= main_top + main_height - 1 else ""


@once_a_page
def controls(page: Page) -> list[Node]:
    """The links and the buttons of a page."""
    return [*links(page), *all_buttons(page)]


def address_of(node: Node, page: Page) -> str:
    """Where a link leads; empty for anything else."""
    return address_of_link(page, node) if node.tag == "a" else ""


def spots_of(nodes: Iterable[Node], page: Page) -> tuple[str, ...]:
    """Where links lead, each address once, at its first place."""
    found = (spot(address_of(node, page)) for node in nodes)
    return tuple(dict.fromkeys(filter(None, found)))


def has_no_name(node: Node, page: Page) -> bool:
    """Nobody can tell from its name what the control does."""
    return is_blank(accessible_name(node, page).text) and not (node.tag == "input" and node.get("value"))


def about(node: Node) -> str:
    """What the attributes of an element say of it."""
    return " ".join(node.get(name) or "" for name in _SPEAKING)


def said(node: Node, page: Page) -> str:
    """The name of a control, and what its attributes say of it."""
    return f"{accessible_name(node, page).text} {node.get('value') or ''} {about(node)}"
