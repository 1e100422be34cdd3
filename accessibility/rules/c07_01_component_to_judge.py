"""7.1.1 to 7.1.3: a component made or driven by a script has a name, a role and states that are right and are told.

Whether what is heard is what is seen takes a person with a screen reader: the outermost component of each kind is
handed over, by its ARIA role, by a state that only a component has, or by a script that waits for a press where HTML
has none.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#7.1.1
"""

from accessibility.page.listeners import PRESSES, pointed_elements
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.scope import exposed, in_generated_code
from accessibility.page.text import quote
from accessibility.rules.base import Rule, a_person_must_look

_ROLES = frozenset(
    "alertdialog application button checkbox combobox dialog feed grid listbox menu menubar menuitem menuitemcheckbox "
    "menuitemradio meter option progressbar radio radiogroup scrollbar searchbox slider spinbutton switch tab tablist "
    "tabpanel textbox toolbar tooltip tree treegrid treeitem".split()
)
_STATES = ("aria-expanded", "aria-haspopup", "aria-pressed", "aria-checked", "aria-selected", "aria-modal")
_PLAIN = {
    "button": ("button",),
    "input": ("checkbox", "radio", "textbox", "searchbox", "slider", "spinbutton", "combobox"),
}


def _applicability(page: Page) -> list[Node]:
    found = {node for node in page.with_attribute("role") if node.explicit_role in _ROLES and not _is_plain(node)}
    found |= {*page.with_attribute(*_STATES)}
    found |= {node for node in pointed_elements(page) if page.listeners.by_node[node] & PRESSES}
    outer = [node for node in found if found.isdisjoint(node.ancestors())]
    return sorted(exposed(in_generated_code(outer)), key=lambda node: node.index)


def _is_plain(node: Node) -> bool:
    """The role only repeats that of the element."""
    return node.explicit_role in _PLAIN.get(node.tag, ())


def _question(node: Node, page: Page) -> str:
    role, name = node.explicit_role, accessible_name(node, page).text
    said = f"rôle {role}" if role else "sans rôle ARIA"
    named = f"nom {quote(name, 60)}" if name else "sans nom"
    return (
        f"Écoutez ce composant avec un lecteur d’écran ({said}, {named})\u00a0: son rôle, son nom et ses états doivent "
        f"être dits et correspondre à ce qui se voit."
    )


RULE = Rule(
    asks=("7.1.1", "7.1.2", "7.1.3"),
    applicability=_applicability,
    expectation=a_person_must_look,
    message=_question,
    fix="Utilisez l’élément HTML qui convient (<button>, <details>, <dialog>), ou suivez le modèle ARIA du composant.",
)
