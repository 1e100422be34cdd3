"""A page as it was read once one of its controls had opened something."""

from dataclasses import dataclass

from accessibility.page.model import Node, Page


@dataclass(frozen=True)
class OpenedState:
    """What a control opened. `control`: in the page at rest; `page`: its own document, read again, node for node."""

    control: Node
    page: Page

    def shows(self, node: Node, at_rest: Page) -> bool:
        """Whether a node of this state is to be seen in it, and was not at rest."""
        return bool(node.visible) and at_rest.nodes[node.index].visible is False
