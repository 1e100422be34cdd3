"""Form fields and how they are grouped and labelled."""

from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import exposed, in_generated_code

_NO_FIELD_TYPES = frozenset("hidden submit reset button image".split())
_FIELD_ROLES = frozenset("checkbox combobox listbox radio searchbox slider spinbutton switch textbox".split())
_GROUP_ROLES = ("group", "radiogroup")


def is_field(node: Node) -> bool:
    """A form field: something that one fills in, by tag or by role; buttons are not."""
    if node.namespace == HTML and node.tag == "input":
        return (node.get("type") or "text").strip().lower() not in _NO_FIELD_TYPES
    return (node.namespace == HTML and node.tag in ("select", "textarea")) or node.explicit_role in _FIELD_ROLES


def groups(page: Page) -> list[Node]:
    """The groups of fields that assistive technologies are given: `fieldset`, and the roles group and radiogroup."""
    sets = [n for n in page.select("fieldset") if n.namespace == HTML and n.explicit_role in ("", *_GROUP_ROLES)]
    return sorted(set(exposed(in_generated_code([*sets, *page.with_role(*_GROUP_ROLES)]))), key=lambda node: node.index)


def fields_of(group: Node) -> list[Node]:
    """The fields that a group holds by itself, those of a group inside it left out."""
    return exposed(
        node for node in group.descendants() if node.is_element and is_field(node) and _group_of(node) is group
    )


def legend_of(group: Node) -> Node | None:
    """The legend of a `fieldset`: the first one among its children."""
    return next((child for child in group.elements if child.tag == "legend"), None) if group.tag == "fieldset" else None


def has_stray_legend(group: Node) -> bool:
    """A `legend` that is inside the `fieldset`, but not as its child."""
    return any(node.parent is not group and node.closest("fieldset") is group for node in group.find("legend"))


def _group_of(node: Node) -> Node | None:
    return next((n for n in node.ancestors() if n.tag == "fieldset" or n.explicit_role in _GROUP_ROLES), None)


def native_fields(page: Page) -> list[Node]:
    """The HTML fields that assistive technologies are given and that keep their own role."""
    found = [n for n in page.select("input", "select", "textarea") if n.namespace == HTML and is_field(n)]
    return [node for node in exposed(in_generated_code(found)) if node.explicit_role not in ("presentation", "none")]


def labels_for(field: Node, page: Page) -> list[Node]:
    """The `label` elements whose `for` designates the field."""
    identifier = field.get("id")
    if not identifier or page.by_id(identifier, field) is not field:
        return []
    tree = page.tree_of(field)
    return [n for n in page.select("label") if n.get("for") == identifier and page.tree_of(n) is tree]


def buttons(page: Page) -> list[Node]:
    """The buttons that show a text of their own: `button` elements and elements of role button."""
    natives = [node for node in page.select("button") if node.explicit_role in ("", "button")]
    return sorted(set(in_generated_code([*natives, *page.with_role("button")])), key=lambda node: node.index)
