"""12.11.1: what can be used within a content that appears at the focus, under the pointer or at a press is reached by
keyboard.

The style sheets are read: a rule with `:hover`, and no other state, shows a content with links or fields that the
keyboard cannot reach while they are hidden. No script runs on the page, so nothing else shows them. It fails for what
the page offers nowhere else within reach; where the component that is pointed at leads to a page of its own, which may
hold the same links, a person looks.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.11.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.revealed import is_shown_otherwise, shown_on_hover
from accessibility.page.sight import has_scripts
from accessibility.page.text import has_words
from accessibility.rules.base import Answer, Rule

_FIELDS = ("button", "select", "textarea")


def _controls(node: Node) -> list[Node]:
    inside = [n for n in (node, *node.descendants()) if n.is_element]
    return [n for n in inside if _is_link(n) or n.tag in _FIELDS or (n.tag == "input" and n.get("type") != "hidden")]


def _is_link(node: Node) -> bool:
    return node.tag == "a" and len(node.get("href") or "") > 1 and has_words(node.raw_text)


def _is_elsewhere(control: Node, page: Page) -> bool:
    """The same address is that of a link that the keyboard reaches."""
    links = (n for n in page.select("a", "area") if n.focusable)
    return _is_link(control) and any(n.get("href") == control.get("href") for n in links)


def _may_be_on_another_page(node: Node) -> bool:
    around = node.parent
    inside = {node, *node.descendants()}
    near = (around, *around.ancestors(), *around.descendants()) if around else ()
    return any(n.tag == "a" and len(n.get("href") or "") > 1 for n in near if n not in inside)


def _expectation(node: Node, page: Page) -> Answer:
    lost = [n for n in _controls(node) if not n.focusable and not _is_elsewhere(n, page)]
    if not lost or len(lost) < len(_controls(node)) or is_shown_otherwise(node, page):
        return Answer.MEETS
    known = page.revealed is not None and page.revealed.whole and not has_scripts(page) and not page.opaque
    opens = node.closest("details", "dialog", "label") is not None or node.has("popover")
    return Answer.FAILS if known and not opens and not _may_be_on_another_page(node) else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    fails=("12.11.1",),
    applicability=lambda page: [node for node in shown_on_hover(page) if _controls(node)],
    expectation=_expectation,
    needs_rendering=True,
    message="Ce contenu n’apparaît qu’au survol\u00a0: la touche Tab n’atteint aucun de ses liens ni de ses champs.",
    review_message="Ce contenu apparaît au survol\u00a0: vérifiez que ses liens et ses champs s’atteignent au clavier.",
    fix="Dans la feuille de styles, prévoyez le focus (:focus-within) comme le survol, ou ouvrez-le par un bouton.",
)
