"""Form fields and how they are grouped and labelled."""

from accessibility.page.model import HTML, Node, Page
from accessibility.page.names import labelling_text
from accessibility.page.once import once_a_node, once_a_page
from accessibility.page.scope import exposed, in_generated_code
from accessibility.page.text import squash

_NO_FIELD_TYPES = frozenset("hidden submit reset button image".split())
_BUTTON_TYPES = frozenset("submit reset button image".split())
_FIELD_ROLES = frozenset("checkbox combobox listbox radio searchbox slider spinbutton switch textbox".split())
_GROUP_ROLES = ("group", "radiogroup")


def is_field(node: Node) -> bool:
    """A form field: something that one fills in, by tag or by role; buttons are not."""
    if node.namespace == HTML and node.tag == "input":
        return (node.get("type") or "text").strip().lower() not in _NO_FIELD_TYPES
    return (node.namespace == HTML and node.tag in ("select", "textarea")) or node.explicit_role in _FIELD_ROLES


@once_a_page
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


@once_a_page
def native_fields(page: Page) -> list[Node]:
    """The HTML fields that assistive technologies are given and that keep their own role."""
    found = [n for n in page.select("input", "select", "textarea") if n.namespace == HTML and is_field(n)]
    return [node for node in exposed(in_generated_code(found)) if node.explicit_role not in ("presentation", "none")]


@once_a_node
def labels_for(field: Node, page: Page) -> list[Node]:
    """The `label` elements whose `for` designates the field."""
    identifier = field.get("id")
    if not identifier or page.by_id(identifier, field) is not field:
        return []
    return _labels_by_target(page).get((page.tree_of(field), identifier), [])


@once_a_page
def _labels_by_target(page: Page) -> dict[tuple[Node, str], list[Node]]:
    found: dict[tuple[Node, str], list[Node]] = {}
    for label in page.select("label"):
        if label.has("for"):
            found.setdefault((page.tree_of(label), label.get("for") or ""), []).append(label)
    return found


@once_a_page
def buttons(page: Page) -> list[Node]:
    """The buttons that show a text of their own: `button` elements and elements of role button."""
    natives = [node for node in page.select("button") if node.explicit_role in ("", "button")]
    return sorted(set(in_generated_code([*natives, *page.with_role("button")])), key=lambda node: node.index)


@once_a_page
def _all_fields(page: Page) -> list[Node]:
    candidates = {*page.select("input", "select", "textarea"), *page.with_attribute("role")}
    return sorted(filter(is_field, candidates), key=lambda node: node.index)


@once_a_page
def labelled_fields(page: Page) -> list[Node]:
    """The fields of the glossary, those of a list and of a measure too where they are given a name of their own."""
    found = _all_fields(page)
    given = page.with_role("progressbar", "option", "meter", "scrollbar", "menuitemcheckbox", "menuitemradio")
    parts = [
        n for n in page.select("progress", "meter", "output", "optgroup", "option", "datalist") if _names_itself(n)
    ]
    shown = [node for node in in_generated_code({*found, *given, *parts}) if _is_given(node)]
    return sorted(shown, key=lambda node: node.index)


@once_a_node
def labels_of(field: Node, page: Page) -> dict[str, str]:
    """What labels a field: the text by its source (`label`, `title`, `aria-label`, `aria-labelledby`)."""
    around = field.closest("label")
    labels = labels_for(field, page) or ([around] if around is not None and not around.has("for") else [])
    found = {
        "label": squash(" ".join(label.raw_text for label in labels)),
        "title": squash(field.get("title") or ""),
        "aria-label": squash(field.get("aria-label") or ""),
        "aria-labelledby": labelling_text(field, page),
    }
    return {source: text for source, text in found.items() if text}


def form_of(field: Node) -> Node:
    """The form of a field; without one, the document or shadow root that holds it."""
    return field.closest("form") or Page.tree_of(field)


@once_a_page
def forms(page: Page) -> dict[Node, list[Node]]:
    """The exposed fields of the page by form, in document order; a field of no form stands with its document's."""
    by_form: dict[Node, list[Node]] = {}
    for field in exposed(in_generated_code(_all_fields(page))):
        by_form.setdefault(form_of(field), []).append(field)
    return by_form


def is_search(form: Node, fields: list[Node]) -> bool:
    """The form only searches: it says so, or its only field does."""
    if any(node.explicit_role == "search" or node.tag == "search" for node in (form, *form.ancestors())):
        return True
    return len(fields) == 1 and (fields[0].get("type") or "").strip().lower() == "search"


def type_of(field: Node) -> str:
    """The type of an `input` (`text` by default), the role or the tag of any other field."""
    if field.tag == "input" and field.namespace == HTML:
        return (field.get("type") or "text").strip().lower()
    return field.explicit_role or field.tag


def _names_itself(node: Node) -> bool:
    return any(node.has(name) for name in ("title", "aria-label", "aria-labelledby"))


def _is_given(node: Node) -> bool:
    """Given to assistive technologies; a list of choices has no box, and the list that shows it may have none yet."""
    if node.tag in ("datalist", "option", "optgroup"):
        around = node.closest("select", "datalist")
        if around is not None and around.tag == "datalist":
            return node.closest("body") is not None
    return not node.is_hidden_from_assistive_technology


@once_a_page
def all_buttons(page: Page) -> list[Node]:
    """The buttons of every make: `button`, `input` of a type of button, role button."""
    inputs = [node for node in page.select("input") if node.namespace == HTML and type_of(node) in _BUTTON_TYPES]
    kept = [node for node in in_generated_code(inputs) if node.explicit_role in ("", "button")]
    return sorted({*buttons(page), *kept}, key=lambda node: node.index)


@once_a_node
def fields_of_form(form: Node) -> list[Node]:
    """The exposed fields inside a form."""
    return exposed(node for node in form.descendants() if node.is_element and is_field(node))


def is_in_use(field: Node) -> bool:
    """The reader may fill the field in now: it is neither disabled nor for reading only."""
    return field.focusable is not False and not field.has("disabled") and not field.has("readonly")


def is_required(field: Node) -> bool:
    """The field is marked as required for machines."""
    return field.has("required") or (field.get("aria-required") or "").lower() == "true"


def radio_sets(fields: list[Node]) -> list[list[Node]]:
    """The native radio buttons among the fields of a form that share a name, by name: two or more."""
    by_name: dict[str, list[Node]] = {}
    for field in fields:
        if field.tag == "input" and type_of(field) == "radio" and field.get("name"):
            by_name.setdefault(field.get("name") or "", []).append(field)
    return [radios for radios in by_name.values() if len(radios) > 1]
