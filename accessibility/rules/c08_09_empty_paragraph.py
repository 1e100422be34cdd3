"""8.9.1: no paragraph is used to make space.

A `p` element marks a paragraph; one that shows a blank line and holds nothing to read or see is there for its height
only. That is certain when it holds a no-break space or a line break and nothing may fill it later: an id, a live
region or data attributes let a script write into it, and a person decides. So does a paragraph with no content at
all, whose margins may collapse to nothing.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.9.1
"""

from accessibility.page.model import HTML, TEXT, Node, Page
from accessibility.page.scope import in_generated_code, is_presentational, shown
from accessibility.page.text import is_blank
from accessibility.rules.base import Answer, Rule

_INLINE_SHELLS = frozenset("b big br em font i small span strong u wbr".split())
_INLINE_SPACES = frozenset(" \t\n\r\f")


def _holds_nothing(node: Node) -> bool:
    return not (node.get("aria-label") or node.get("aria-labelledby")) and all(
        is_blank(inner.text)
        if inner.tag == TEXT
        else inner.tag in _INLINE_SHELLS and not _is_drawn_by_style(inner) and not inner.get("aria-label")
        for inner in node.descendants()
    )


def _is_drawn_by_style(node: Node) -> bool:
    return any(name in node.styles for name in ("::drawn", "background-image"))


def _may_be_filled(node: Node) -> bool:
    return any(
        name in ("id", "role") or name.startswith(("aria-", "data-", "on", "v-", "x-", ":", "@"))
        for inner in (node, *node.descendants())
        for name in inner.attributes
    )


def _makes_a_line(node: Node) -> bool:
    return any(
        inner.tag == "br" or (inner.tag == TEXT and not set(inner.text) <= _INLINE_SPACES)
        for inner in node.descendants()
    )


def _applicability(page: Page) -> list[Node]:
    paragraphs = [node for node in page.select("p") if node.namespace == HTML and not is_presentational(node)]
    return shown(in_generated_code(paragraphs))


def _expectation(node: Node, page: Page) -> Answer:
    if not _holds_nothing(node) or _is_drawn_by_style(node):
        return Answer.MEETS
    return Answer.A_PERSON_MUST_LOOK if _may_be_filled(node) or not _makes_a_line(node) else Answer.FAILS


RULE = Rule(
    fails=("8.9.1",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message="Un paragraphe vide sert à laisser un espace.",
    review_message="Un paragraphe vide sert peut-être à laisser un espace.",
    fix="Supprimez ce paragraphe vide. L’espace entre les contenus relève de la feuille de styles.",
)
