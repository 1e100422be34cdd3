"""3.1.4: a colour set by CSS to inform is doubled by another sign.

A few cells of a table, or items of a list, on another background than the others of their kind, and small empty
elements painted as dots beside a text, may inform by their colour: a person sees what it means.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#3.1.4
"""

from collections import Counter, defaultdict

from accessibility.page.colours import has_background
from accessibility.page.model import HTML, TEXT, Node, Page
from accessibility.page.text import has_words
from accessibility.rules.base import Rule, a_person_must_look

_FEWEST = 3
_MINORITY = 0.4
_SMALLEST, _LARGEST = 4, 32


def _set_apart(page: Page) -> list[Node]:
    groups: dict[Node, list[Node]] = defaultdict(list)
    for node in page.select("td", "li", "dd"):
        owner = node.closest("table") if node.tag == "td" else node.parent
        if owner is not None and node.visible:
            groups[owner].append(node)
    found = []
    for nodes in groups.values():
        counts = Counter(node.styles.get("background-color") for node in nodes)
        if len(nodes) >= _FEWEST and len(counts) > 1:
            few = {painted for painted, count in counts.items() if count / len(nodes) < _MINORITY}
            found += [node for node in nodes if node.styles.get("background-color") in few and has_background(node)]
    return found


def _is_a_dot(node: Node) -> bool:
    if not node.visible or node.namespace != HTML or node.children or not has_background(node) or node.parent is None:
        return False
    _, _, width, height = node.rectangle or (0, 0, 0, 0)
    sized = _SMALLEST <= width <= _LARGEST and _SMALLEST <= height <= _LARGEST
    return sized and any(child.tag == TEXT and has_words(child.text) for child in node.parent.children)


RULE = Rule(
    asks=("3.1.4",),
    applicability=lambda page: sorted(
        {*_set_apart(page), *(node for node in page.select("span", "i", "b", "div") if _is_a_dot(node))},
        key=lambda node: node.index,
    ),
    expectation=a_person_must_look,
    needs_rendering=True,
    message="La couleur distingue cet élément\u00a0: si elle a un sens, vérifiez qu’un mot ou un signe le dit.",
    fix="Dites-le aussi en toutes lettres, par exemple «\u00a0fermé\u00a0» dans la case en rouge.",
)
