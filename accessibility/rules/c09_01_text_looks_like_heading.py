"""9.1.3: each passage that serves as a heading is marked up as one.

A short paragraph wholly in bold, without a full stop, before a paragraph that is not, looks like the heading of what
follows. Whether it is one takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#9.1.3
"""

from accessibility.page.model import HTML, TEXT, Node, Page
from accessibility.page.scope import exposed, in_generated_code
from accessibility.page.siblings import elements_around
from accessibility.page.text import is_blank, quote, squash, words
from accessibility.rules.base import Rule, a_person_must_look

_MOST_WORDS = 12
_BOLD_WEIGHT = 600
_END_OF_SENTENCE = tuple(".…,;»")


def _is_bold(node: Node) -> bool:
    texts = [inner for inner in node.descendants() if inner.tag == TEXT and not is_blank(inner.text)]
    return bool(texts) and all(_text_is_bold(text) for text in texts)


def _text_is_bold(text: Node) -> bool:
    weight = text.parent.styles.get("font-weight", "") if text.parent else ""
    return int(weight) >= _BOLD_WEIGHT if weight.isdecimal() else text.closest("b", "strong") is not None


def _next_element(node: Node) -> Node | None:
    return next(iter(elements_around(node, 0, 1)[1]), None)


def _looks_like_heading(node: Node) -> bool:
    text = squash(node.raw_text)
    after = _next_element(node)
    is_short = 0 < len(words(text)) <= _MOST_WORDS and not text.endswith(_END_OF_SENTENCE)
    if not is_short or after is None or after.tag not in ("p", "ul", "ol", "div", "table"):
        return False
    return not node.closest("li", "td", "th", "a", "button", "figure", "nav") and _is_bold(node) and not _is_bold(after)


def _applicability(page: Page) -> list[Node]:
    paragraphs = (node for node in page.select("p") if node.namespace == HTML and node.explicit_role != "heading")
    return [node for node in exposed(in_generated_code(paragraphs)) if _looks_like_heading(node)]


RULE = Rule(
    asks=("9.1.3",),
    applicability=_applicability,
    expectation=a_person_must_look,
    message="",
    review_message=lambda node, page: (
        f"Vérifiez si ce paragraphe en gras, {quote(node.raw_text)}, est le titre de ce qui le suit."
    ),
    fix="Si c’est un titre, donnez-lui le style de titre qui convient, par exemple <h2>.",
)
