"""Accessible names, as the RGAA's glossary orders their sources, with how sure one may be of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from accessibility.page.model import DOCUMENT, HTML, SHADOW_ROOT, SVG, TEXT, Node, Page
from accessibility.page.once import once_a_node
from accessibility.page.text import has_words, is_blank, squash

_NAMED_BY_ALT = frozenset(("img", "area"))
_NAMED_BY_TITLE = frozenset(("img", "input", "object", "embed"))
_UNSURE_CONTENT = frozenset(
    "object embed canvas video audio iframe frame math input select textarea meter progress slot".split()
)
_NEVER_READ = frozenset("script style template noscript title desc metadata defs symbol".split())


@dataclass(frozen=True)
class Name:
    """A name and whether it is certain that assistive technologies give no more than that.

    `source`: `aria-labelledby`, `aria-label`, `alt`, `content`, `title`, or empty without a name.
    """

    text: str
    source: str = ""
    certain: bool = True

    @property
    def is_certainly_empty(self) -> bool:
        return self.certain and is_blank(self.text)

    @property
    def is_certainly_present(self) -> bool:
        return self.certain and not is_blank(self.text)


@once_a_node
def accessible_name(node: Node, page: Page) -> Name:
    """The name of an element that takes it from its content: link, button, heading, legend, caption."""
    if labelled := labelling_text(node, page):
        return Name(labelled, "aria-labelledby")
    if not is_blank(label := node.get("aria-label") or ""):
        return Name(squash(label), "aria-label")
    text, certain = _content(node, page)
    if not is_blank(text):
        return Name(squash(text), "content", certain)
    title = node.get("title") or node.get("xlink:title") or ""
    return Name("", "", certain) if is_blank(title) else Name(squash(title), "title", certain)


def content_name(node: Node, page: Page) -> Name:
    """What the content alone of an element says, whatever `aria-label` and `title` say."""
    text, certain = _content(node, page)
    return Name(squash(text), "content" if not is_blank(text) else "", certain)


@once_a_node
def image_name(node: Node, page: Page) -> Name:
    """The alternative of an image (`img`, `area`, `input`, `svg`, `object`, `embed`, `canvas`, role `img`)."""
    if labelled := labelling_text(node, page):
        return Name(labelled, "aria-labelledby")
    if not is_blank(label := node.get("aria-label") or ""):
        return Name(squash(label), "aria-label")
    if node.tag in (*_NAMED_BY_ALT, "input") and not is_blank(alternative := node.get("alt") or ""):
        return Name(squash(alternative), "alt")
    if node.namespace == SVG and (text := _svg_text(node)):
        return Name(squash(text), "content")
    title = (node.get("title") or "") if node.tag in _NAMED_BY_TITLE or node.has("role") else ""
    return Name("") if is_blank(title) else Name(squash(title), "title")


def labelling_text(node: Node, page: Page) -> str:
    """The text that `aria-labelledby` designates, empty when it designates nothing or nothing that is said."""
    if not node.has("aria-labelledby"):
        return ""
    texts = (_text_of_reference(target, page) for target in page.by_ids(node.get("aria-labelledby"), node))
    return squash(" ".join(texts))


def _text_of_reference(target: Node, page: Page) -> str:
    if not is_blank(label := target.get("aria-label") or ""):
        return label
    parts = [target.get("alt") or "", target.get("value") or "" if target.tag == "input" else ""]
    for node in (target, *target.descendants()):
        if node.tag == TEXT:
            parts.append(node.text)
        elif node is not target:
            parts.extend((node.get("alt") or "", node.get("aria-label") or ""))
    text = " ".join(parts)
    return text if not is_blank(text) else target.get("title") or ""


def _content(node: Node, page: Page) -> tuple[str, bool]:
    """The text that the content gives, and whether nothing in it could say more."""
    if node.namespace == SVG and node.tag != "a":
        return _svg_text(node), True
    parts: list[str] = []
    certain = True
    if node.namespace == SVG:
        parts += [child.raw_text for child in node.elements if child.tag == "title"]
    for pseudo in ("::before", "::after"):
        if has_words(node.styles.get(pseudo, "")):
            certain = False
    for child in node.children:
        text, sure = _child(child, node, page)
        parts.append(text)
        certain = certain and sure
    return "".join(parts), certain


def _child(child: Node, parent: Node, page: Page) -> tuple[str, bool]:
    if child.tag == TEXT:
        return child.text, True
    if child.tag == SHADOW_ROOT:
        text, _ = _content(child, page)
        return text, False
    if not child.is_element or child.tag in _NEVER_READ or _is_silent(child):
        return "", True
    if labelled := labelling_text(child, page):
        return f" {labelled} ", True
    if not is_blank(label := child.get("aria-label") or ""):
        return f" {label} ", child.tag in ("img", "svg") or child.has("role")
    if child.tag in _NAMED_BY_ALT and child.namespace == HTML:
        if child.explicit_role in ("presentation", "none"):
            return "", True
        return f" {image_name(child, page).text} ", True
    if child.tag in _UNSURE_CONTENT or "-" in child.tag:
        text, _ = _content(child, page) if child.tag not in ("iframe", "frame") else ("", False)
        return text, False
    text, certain = _content(child, page)
    if is_blank(text) and not is_blank(child.get("title") or ""):
        return f" {child.get('title')} ", certain
    separator = "" if child.styles.get("display", "inline").startswith("inline") else " "
    return f"{separator}{text}{separator}", certain


def _is_silent(node: Node) -> bool:
    """Not said, given that what is around it is: hidden by itself or by its style."""
    if node.get("aria-hidden") == "true":
        return True
    return node.is_hidden and not any(inner.visible for inner in node.descendants() if inner.is_element)


def _svg_text(node: Node) -> str:
    parts: list[str] = []
    for inner in (node, *_svg_descendants(node)):
        if inner.tag in ("title", "text", "tspan", "textpath"):
            parts.extend(child.text for child in inner.children if child.tag == TEXT)
        if not is_blank(label := inner.get("aria-label") or ""):
            parts.append(label)
    return squash(" ".join(parts))


def _svg_descendants(node: Node) -> Iterator[Node]:
    return (inner for inner in node.descendants() if inner.is_element and inner.tag != DOCUMENT)
