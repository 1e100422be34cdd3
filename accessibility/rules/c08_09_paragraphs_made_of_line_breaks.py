"""8.9.1: no paragraphs are made of line breaks.

The glossary says that several `br` used to make a paragraph visually do not comply. Certain when two or more `br`
follow one another, in the same element, between two texts of two words or more; around a single word, and within
links, buttons, cells and labels, a person decides. Preformatted text and form fields are out of scope.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.9.1
"""

from collections.abc import Iterable, Iterator
from itertools import dropwhile

from accessibility.page.model import HTML, TEXT, Node, Page
from accessibility.page.scope import in_generated_code, shown
from accessibility.page.siblings import nodes_after, nodes_before
from accessibility.page.text import is_blank, words
from accessibility.rules.base import Answer, Rule

_A_LINE_OF_TEXT = 2
_OUT_OF_SCOPE = ("pre", "textarea", "code", "address", "svg", "math")
_INLINE = frozenset(
    "a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var".split()
)


def _starts_of_gaps(page: Page) -> list[Node]:
    """The first `br` of each run of two or more."""
    breaks = [node for node in page.select("br") if node.namespace == HTML and node.parent is not None]
    firsts = [node for node in breaks if _is_first_of_run(node)]
    return shown(in_generated_code(node for node in firsts if node.closest(*_OUT_OF_SCOPE) is None))


def _meaningful(nodes: Iterable[Node]) -> Iterator[Node]:
    return (node for node in nodes if node.is_element or (node.tag == TEXT and not is_blank(node.text)))


def _is_break(node: Node | None) -> bool:
    return node is not None and node.tag == "br"


def _is_first_of_run(node: Node) -> bool:
    before = next(_meaningful(nodes_before(node)), None)
    after = next(_meaningful(nodes_after(node)), None)
    return _is_break(after) and not _is_break(before)


def _run_of_text(nodes: Iterable[Node]) -> int:
    """How many words the text holds up to the next line break or block."""
    count = 0
    for node in _meaningful(nodes):
        if node.tag == TEXT:
            count += len(words(node.text))
        elif node.tag in _INLINE and not node.is_hidden:
            count += len(words(node.raw_text))
        else:
            break
    return count


def _expectation(node: Node, page: Page) -> Answer:
    before = _run_of_text(nodes_before(node))
    following = _run_of_text(dropwhile(_is_break, _meaningful(nodes_after(node))))
    if not before or not following:
        return Answer.MEETS
    is_flow = node.closest("a", "button", "label", "td", "th", "summary", "span") is None
    return Answer.FAILS if is_flow and min(before, following) >= _A_LINE_OF_TEXT else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    fails=("8.9.1",),
    applicability=_starts_of_gaps,
    expectation=_expectation,
    styles_matter=True,
    message="Des sauts de ligne à la suite servent à séparer des paragraphes.",
    review_message="Des sauts de ligne à la suite servent peut-être à séparer des paragraphes.",
    fix=(
        "Faites un vrai paragraphe de chaque bloc de texte (touche Entrée dans l’éditeur) et "
        "supprimez les sauts de ligne."
    ),
)
