"""What the style sheets of a page show only under the pointer or in another state (focus, pressed, checked, target)."""

from dataclasses import dataclass

from accessibility.page.model import Node, Page
from accessibility.page.text import has_words


@dataclass(frozen=True)
class Revealed:
    """Elements of the page's own document that are not seen now and that a rule of style concerns in a state.

    `whole`: every style sheet was read to its end. `quiet`: no rule for a state changes more than colours and lines.
    """

    by_pointer: frozenset[Node] = frozenset()
    otherwise: frozenset[Node] = frozenset()
    whole: bool = True
    quiet: bool = True


def shown_on_hover(page: Page) -> list[Node]:
    """The outermost contents that style sheets show under the pointer, in document order."""
    return _outermost(page.revealed.by_pointer) if page.revealed else []


def shown_in_a_state(page: Page) -> list[Node]:
    """The outermost contents that style sheets show under the pointer or in another state, in document order."""
    return _outermost(page.revealed.by_pointer | page.revealed.otherwise) if page.revealed else []


def is_shown_otherwise(node: Node, page: Page) -> bool:
    """A rule shows it, something around it or something in it in another state than under the pointer."""
    if page.revealed is None:
        return True
    others = page.revealed.otherwise
    return node in others or any(n in others for n in (*node.ancestors(), *node.descendants()))


def _outermost(nodes: frozenset[Node]) -> list[Node]:
    kept = [n for n in nodes if nodes.isdisjoint(n.ancestors()) and _has_content(n)]
    return sorted(kept, key=lambda node: node.index)


def _has_content(node: Node) -> bool:
    return has_words(node.raw_text) or any(True for _ in node.find("img", "svg", "input", "button", "video"))
