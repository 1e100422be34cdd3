"""12.9.1: the keyboard is not trapped.

The Tab key was pressed for good: the focus turned among a few elements and left them neither with Tab, nor with
Shift and Tab, nor after Escape, while others of the page could be reached. A dialog keeps the focus on purpose, and
so may what is laid over the page: a person looks. So too where the page speaks of a key, or offers a link or a button
of help, which may tell the way out: the test accepts a way that the reader is told of.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.9.1
"""

import re

from accessibility.page.model import TEXT, Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.tab_walk import tabbable
from accessibility.page.text import has_words
from accessibility.rules.base import Answer, Rule

_WAY_OUT = re.compile(
    r"\b(ctrl|control|esc|escape|échap|echap|alt|option|shift|maj|cmd|tab|tabulation|touches?|keys?|press|clavier|"
    r"keyboard|appuye[rz]|flèches?|arrows?|raccourcis?|shortcuts?|exit|leave|quitter|sortir|fermer|close|"
    r"aide|help|how|comment)\b|\bf\d\d?\b",
    re.IGNORECASE,
)
_DIALOGS = ("dialog", "alertdialog", "application")
_READ = ("alt", "aria-description", "aria-label", "placeholder", "title", "value")
_LAID_OVER = ("fixed", "absolute", "sticky")


def _may_be_on_purpose(node: Node) -> bool:
    around = [n for n in (node, *node.ancestors()) if n.is_element]
    return any(
        n.tag == "dialog"
        or n.explicit_role in _DIALOGS
        or n.has("aria-modal")
        or n.has("popover")
        or n.styles.get("position") in _LAID_OVER
        for n in around
    )


def _may_help(node: Node, page: Page) -> bool:
    if node.tag in ("input", "textarea"):
        return False
    return node.tag in ("a", "summary") or not has_words(accessible_name(node, page).text)


def _tells_a_way_out(page: Page) -> bool:
    texts = (n.text for n in page.nodes if n.tag == TEXT and n.closest("script", "style") is None)
    labels = (n.attributes[name] for name in _READ for n in page.with_attribute(name))
    return any(_WAY_OUT.search(text) for text in (*texts, *labels))


def _expectation(node: Node, page: Page) -> Answer:
    trap = page.tab_walk.trap
    if node not in trap:
        return Answer.MEETS
    if any(_may_be_on_purpose(n) or _may_help(n, page) for n in trap) or _tells_a_way_out(page):
        return Answer.A_PERSON_MUST_LOOK
    return Answer.FAILS


RULE = Rule(
    act=("80af7b", "ebe86a", "a1b64e"),
    fails=("12.9.1",),
    applicability=lambda page: tabbable(page) if page.tab_walk else [],
    expectation=_expectation,
    needs_rendering=True,
    reads="tab_walk",
    message="Le focus clavier reste prisonnier\u00a0: la touche Tab ne permet plus de quitter cet élément.",
    review_message="Le focus clavier reste sur cet élément et ses voisins\u00a0: vérifiez que l’on peut en sortir.",
    fix="Supprimez le script qui ramène le focus sur cet élément, ou indiquez au lecteur la touche qui permet d’en "
    "sortir.",
)
