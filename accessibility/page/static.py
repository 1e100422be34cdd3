"""The page as its source alone tells it: the tree that a browser would build without running anything."""

import warnings

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, Tag, XMLParsedAsHTMLWarning
from bs4 import Comment as SoupComment
from bs4.element import Doctype as SoupDoctype
from bs4.element import NavigableString, PreformattedString
from html5lib.constants import namespaces

from accessibility import limits
from accessibility.page.model import COMMENT, DOCUMENT, HTML, MATHML, SVG, TEXT, Doctype, Node, Page
from accessibility.page.sight import SCRIPT_NOT_RUN, runs_a_script

for _advice in (MarkupResemblesLocatorWarning, XMLParsedAsHTMLWarning):
    warnings.filterwarnings("ignore", category=_advice)  # a browser reads such a source as HTML too

_NAMESPACES = {namespaces["html"]: HTML, namespaces["svg"]: SVG, namespaces["mathml"]: MATHML, None: HTML}


def page_from_source(source: str, url: str, *, status: int | None = None, content_type: str = "text/html") -> Page:
    """Parse an HTML document as the HTML standard says (html5lib). Raises TooLarge."""
    soup = BeautifulSoup(source, "html5lib", multi_valued_attributes=None)
    document = Node(index=0, tag=DOCUMENT)
    nodes = [document]
    doctype = next((item for item in soup.contents if isinstance(item, SoupDoctype)), None)
    stack: list[tuple[Node, object, int]] = [(document, item, 0) for item in reversed(soup.contents)]
    while stack:
        parent, item, depth = stack.pop()
        if depth > limits.MOST_DEPTH:
            raise limits.TooLarge("depth")
        if len(nodes) > limits.MOST_NODES:
            raise limits.TooLarge("nodes")
        node = _node(item, parent, len(nodes))
        if node is None:
            continue
        parent.children.append(node)
        nodes.append(node)
        if isinstance(item, Tag):
            stack.extend((node, child, depth + 1) for child in reversed(item.contents))
    return Page(
        url=url,
        nodes=nodes,
        source=source,
        status=status,
        content_type=content_type,
        doctype=_doctype(doctype),
        opaque=_what_only_a_browser_shows(nodes),
    )


def _node(item: object, parent: Node, index: int) -> Node | None:
    if isinstance(item, Tag):
        attributes = {name.lower(): value for name, value in item.attrs.items()}
        return Node(index, item.name.lower(), parent, attributes, namespace=_NAMESPACES.get(item.namespace, HTML))
    if isinstance(item, SoupComment):
        is_mark = item.startswith(("parvis", "/parvis"))
        return Node(index, COMMENT, parent, text=str(item)) if is_mark else None
    if isinstance(item, NavigableString) and not isinstance(item, PreformattedString):
        return Node(index, TEXT, parent, text=str(item))
    return None


def _doctype(item: SoupDoctype | None) -> Doctype | None:
    if item is None:
        return None
    name, _, rest = str(item).partition(" ")
    quoted = rest.split('"')[1::2]
    if rest.upper().startswith("SYSTEM"):
        return Doctype(name, "", quoted[0] if quoted else "")
    return Doctype(name, *quoted[:2])


def _what_only_a_browser_shows(nodes: list[Node]) -> tuple[str, ...]:
    reasons = []
    if any(node.tag == "script" and runs_a_script(node) for node in nodes):
        reasons.append(SCRIPT_NOT_RUN)
    if any(node.tag in ("iframe", "frame") for node in nodes):
        reasons.append("frame not loaded")
    return tuple(reasons)
