"""Links: which they are, of which kind, and the context that the RGAA lets count."""

from accessibility.page.model import HTML, SVG, TEXT, Node, Page
from accessibility.page.scope import in_generated_code
from accessibility.page.text import has_words, is_blank

_IMAGES = frozenset("img object canvas svg".split())
_CONTEXT = ("p", "li", "td", "th", "dd", "dt", "figcaption", "caption", "h1", "h2", "h3", "h4", "h5", "h6")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def links(page: Page) -> list[Node]:
    """`a` with a target in HTML and SVG, and elements of role link; an anchor, or an `a` of another role, is none."""
    natives = [
        node
        for node in page.select("a")
        if (node.has("href") or (node.namespace == SVG and node.has("xlink:href")))
        and node.explicit_role in ("", "link", "presentation", "none")
    ]
    given = [node for node in page.with_role("link") if node.tag != "area"]
    return sorted(set(in_generated_code([*natives, *given])), key=lambda node: node.index)


def kind_of_link(node: Node) -> tuple[str, ...]:
    """The test of 6.1 for this link: text, image, composite or SVG link."""
    if node.namespace == SVG:
        return ("6.1.4",)
    if not any(inner.tag in _IMAGES or inner.explicit_role == "img" for inner in node.descendants()):
        return ("6.1.1",)
    return ("6.1.3",) if _has_own_text(node) else ("6.1.2",)


def has_context(node: Node, page: Page) -> bool:
    """Something around the link may explain it: its sentence, item, cell, a heading before it, or a description."""
    if node.has("aria-describedby") or not is_blank(node.get("title") or ""):
        return True
    block = node.closest(*_CONTEXT)
    if block is not None:
        inside = set(inner.index for inner in node.descendants())
        texts = (inner for inner in block.descendants() if inner.tag == TEXT and inner.index not in inside)
        if block.tag in ("td", "th") or any(has_words(text.text) for text in texts):
            return True
        if block.tag == "li" and block.parent and block.parent.closest("li"):
            return True
    return any(heading.index < node.index for heading in page.select(*_HEADINGS)) or bool(page.with_role("heading"))


def _has_own_text(node: Node) -> bool:
    return any(
        inner.tag == TEXT
        and has_words(inner.text)
        and not any(around.namespace == SVG or around.tag in _IMAGES for around in _between(inner, node))
        for inner in node.descendants()
    )


def _between(inner: Node, outer: Node) -> list[Node]:
    around = []
    for ancestor in inner.ancestors():
        if ancestor is outer:
            break
        around.append(ancestor)
    return around


def is_html_link(node: Node) -> bool:
    """An `a` element of HTML with a target."""
    return node.tag == "a" and node.namespace == HTML and node.has("href")
