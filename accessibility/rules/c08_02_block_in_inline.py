"""8.2.1: the nesting of elements is that of the document type.

HTML 5 allows only phrasing content in the elements that mark a part of a sentence (`span`, `strong`, `em`…), in
paragraphs, headings, labels and buttons: a block in them (`div`, `p`, list, table, heading, section) is nested against
the standard. Links and the other transparent elements allow what is around them. The finding is on the block.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.2.1
"""

from accessibility.page.doctype import is_html5
from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import in_generated_code, in_main_document
from accessibility.rules.base import Answer, Rule

_PHRASING_ONLY = frozenset(
    "abbr b bdi bdo button cite code data dfn em h1 h2 h3 h4 h5 h6 i kbd label mark meter output p pre progress q s"
    " samp small span strong sub sup time u var".split()
)
_TRANSPARENT = frozenset("a ins del map".split())
_BLOCKS = (
    ("address", "article", "aside", "blockquote", "details", "dialog", "div", "dl", "fieldset", "figure", "footer")
    + ("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre")
    + ("search", "section", "table", "ul")
)


def _container(block: Node) -> Node | None:
    """The element that sets what the block may be in: its parent, through the transparent ones."""
    around = block.parent
    while around is not None and around.tag in _TRANSPARENT and around.namespace == HTML:
        around = around.parent
    return around


def _expectation(block: Node, page: Page) -> Answer:
    around = _container(block)
    is_wrong = around is not None and around.namespace == HTML and around.tag in _PHRASING_ONLY
    return Answer.FAILS if is_wrong else Answer.MEETS


def _applicability(page: Page) -> list[Node]:
    if not is_html5(page.doctype):
        return []
    blocks = (node for node in page.select(*_BLOCKS) if node.namespace == HTML)
    return in_main_document(in_generated_code(blocks), page)


RULE = Rule(
    fails=("8.2.1",),
    applicability=_applicability,
    expectation=_expectation,
    message=lambda block, page: (
        f"Un élément {block.tag} est placé dans un élément {_container(block).tag}, où HTML n’admet que du texte et "
        "des éléments de phrase."
    ),
    fix="Remplacez l’élément extérieur par un <div>, ou l’élément intérieur par un <span>.",
)
