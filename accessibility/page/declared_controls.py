"""The controls that declare that they open something: a menu, a panel, a tab, a dialog."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from accessibility.page.model import Node, Page


class Kind(Enum):
    """By what a control declares what it opens."""

    DETAILS = "summary of a closed details"
    EXPANDED = "aria-expanded"
    TAB = "tab that is not selected"
    POPOVER = "popovertarget"
    COMMAND = "command"
    POPUP = "aria-haspopup"


@dataclass(frozen=True)
class DeclaredControl:
    """A control that may be pressed: `node`, and `kind`, how it declares what it opens."""

    node: Node
    kind: Kind

    @property
    def shape(self) -> tuple[str, ...]:
        """What controls that look alike have in common: their kind, tag, role and classes, and those around them."""
        parent = self.node.parent
        around = (parent.tag, parent.get("class") or "") if parent else ()
        return (self.kind.name, self.node.tag, self.node.explicit_role, self.node.get("class") or "", *around)


def declared_controls(page: Page, most: int) -> list[DeclaredControl]:
    """At most `most` controls of the page's own document: one of each shape first, then others, in document order."""
    first: dict[tuple[str, ...], DeclaredControl] = {}
    others = []
    for control in _controls(page):
        if control.shape in first:
            others.append(control)
        else:
            first[control.shape] = control
    return [*first.values(), *others][:most]


def _controls(page: Page) -> Iterator[DeclaredControl]:
    for node in page.nodes:
        if node.is_element and (kind := _kind(node)) and _may_be_pressed(node, kind):
            yield DeclaredControl(node, kind)


def _kind(node: Node) -> Kind | None:
    if node.tag == "summary":
        return Kind.DETAILS if _opens_details(node) else None
    if node.explicit_role == "tab":
        return Kind.TAB if node.get("aria-selected") == "false" and node.get("aria-controls") else None
    if node.tag == "button":
        if node.get("popovertarget") and (node.get("popovertargetaction") or "").lower() != "hide":
            return Kind.POPOVER
        if (node.get("command") or "").lower() == "show-modal" and node.get("commandfor"):
            return Kind.COMMAND
    if node.explicit_role != "button" and not (node.tag == "button" and not node.explicit_role):
        return None
    if node.get("aria-expanded") == "false":
        return Kind.EXPANDED
    opens = (node.get("aria-haspopup") or "").lower() in ("dialog", "menu", "true")
    return Kind.POPUP if opens and not node.has("aria-expanded") else None


def _opens_details(summary: Node) -> bool:
    details = summary.parent
    if details is None or details.tag != "details" or details.has("open"):
        return False
    return next((child for child in details.elements if child.tag == "summary"), None) is summary


def _may_be_pressed(node: Node, kind: Kind) -> bool:
    """As far as the table tells, pressing it can neither follow a link nor send a form, and somebody can press it now.

    A form that a table cut short still owns the buttons after it: who presses must ask the live element for its form.
    """
    if node.visible is False or node.has("disabled") or node.get("aria-disabled") == "true":
        return False
    if node.tag in ("a", "area", "input") or node.has("form") or _is_in_another_document(node):
        return False
    around = [ancestor for ancestor in node.ancestors() if ancestor.is_element]
    if any(a.has("inert") or (a.tag == "a" and a.has("href")) for a in around):
        return False
    return kind is Kind.DETAILS or all(a.tag != "form" for a in around)


def _is_in_another_document(node: Node) -> bool:
    return any(ancestor.tag in ("iframe", "frame", "object") for ancestor in node.ancestors())
