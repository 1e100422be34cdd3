"""The page under test: a tree of nodes indexed once, and the few facts about it that are not in a node."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from accessibility.page.once import handed_down
from accessibility.page.text import squash

if TYPE_CHECKING:
    from accessibility.page.additional_content import AdditionalContent
    from accessibility.page.focus_marks import FocusMarks
    from accessibility.page.listeners import Listeners
    from accessibility.page.opened_state import OpenedState
    from accessibility.page.revealed import Revealed
    from accessibility.page.strained_layout import StrainedLayout
    from accessibility.page.tab_walk import TabWalk

TEXT = "#text"
COMMENT = "#comment"
DOCUMENT = "#document"
SHADOW_ROOT = "#shadow-root"

HTML = "html"
SVG = "svg"
MATHML = "math"


@dataclass(frozen=True)
class Doctype:
    """The document type declaration as the parser understood it."""

    name: str
    public_id: str = ""
    system_id: str = ""


@dataclass(eq=False, slots=True, repr=False)
class Node:
    """An element, a text, a comment, a document (of the page or of a frame) or an open shadow root.

    The computed facts are None when nobody rendered the page (static mode).
    """

    index: int
    tag: str
    parent: "Node | None" = None
    attributes: dict[str, str] = field(default_factory=dict)
    text: str = ""
    namespace: str = HTML
    children: list["Node"] = field(default_factory=list)
    rendered: bool | None = None
    """It has boxes on the page (no `display: none` on it or above)."""
    visible: bool | None = None
    """It is rendered and neither transparent to the eye by `visibility`, nor skipped by `content-visibility`."""
    focusable: bool | None = None
    """Script or keyboard can focus it now (it is rendered and not disabled)."""
    rectangle: tuple[float, float, float, float] | None = None
    """x, y, width, height in CSS pixels, from the top left corner of its own document."""
    styles: dict[str, str] = field(default_factory=dict)
    """Computed styles that the probe brings back, only where they differ from the initial value."""
    is_element: bool = field(init=False)
    facts: dict[Any, Any] = field(init=False, default_factory=dict)
    """What was already found out of it (`page/once.py`)."""

    def __post_init__(self) -> None:
        self.is_element = self.tag[0] != "#"

    def __repr__(self) -> str:
        return f"<Node {self.index} {self.tag}>"

    def get(self, attribute: str, default: str | None = None) -> str | None:
        """The attribute's raw value, `default` when it is not there (names are in lower case)."""
        return self.attributes.get(attribute, default)

    def has(self, attribute: str) -> bool:
        return attribute in self.attributes

    @property
    def explicit_role(self) -> str:
        """The first token of `role` in lower case, empty without one. It may be no valid role."""
        written = self.attributes.get("role")
        tokens = written.lower().split() if written else ()
        return tokens[0] if tokens else ""

    @property
    def elements(self) -> list["Node"]:
        """The child elements."""
        return [child for child in self.children if child.is_element]

    def ancestors(self) -> Iterator["Node"]:
        """From the parent up to the page's document, through frames and shadow roots."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def closest(self, *tags: str) -> "Node | None":
        """The nearest ancestor, or the node itself, with one of these tags."""
        node: Node | None = self
        while node is not None and node.tag not in tags:
            node = node.parent
        return node

    def descendants(self) -> Iterator["Node"]:
        """Everything under the node in document order, texts included, frames and shadow roots too."""
        stack = self.children[::-1]
        while stack:
            node = stack.pop()
            yield node
            if node.children:
                stack += node.children[::-1]

    def find(self, *tags: str) -> Iterator["Node"]:
        """The descendants with one of these tags, in document order."""
        stack = self.children[::-1]
        while stack:
            node = stack.pop()
            if node.tag in tags:
                yield node
            if node.children:
                stack += node.children[::-1]

    @property
    def raw_text(self) -> str:
        """All the text under the node, spaces as written, hidden text too, frames' documents left out."""
        return "".join(self.raw_texts())

    def raw_texts(self) -> Iterator[str]:
        """The pieces of `raw_text`, one by one, for who does not need them all."""
        stack = self.children[::-1]
        while stack:
            node = stack.pop()
            if node.tag == TEXT:
                yield node.text
            elif node.tag != DOCUMENT:
                stack += node.children[::-1]

    def beginning_of_text(self, length: int) -> str:
        """The raw text, not all of a long one: enough for so many characters that are seen."""
        parts: list[str] = []
        for text in self.raw_texts():
            parts.append(text)
            length -= sum(map(len, (text if text.isascii() else squash(text)).split()))
            if length < 0:
                break
        return "".join(parts)

    @property
    def is_hidden(self) -> bool:
        """Hidden from everyone: not rendered, or made invisible. Static mode knows `hidden` and inline styles."""
        if self.visible is not None:
            return not self.visible
        return _is_hidden_by_source(self)

    @property
    def is_hidden_from_assistive_technology(self) -> bool:
        """Hidden from everyone, or under `aria-hidden="true"`."""
        return self.is_hidden or _is_silenced(self)

    @property
    def is_inert(self) -> bool:
        """In a `template`, or in what stands for scripts where there are none: no part of the generated code."""
        return _is_inert(self)


@handed_down
def _is_silenced(node: Node, above: bool | None) -> bool:
    return bool(above) or node.attributes.get("aria-hidden") == "true"


@handed_down
def _is_inert(node: Node, above: bool | None) -> bool:
    return bool(above) or node.tag in ("template", "noscript")


@handed_down
def _is_hidden_by_source(node: Node, above: bool | None) -> bool:
    return bool(above) or _statically_hidden(node)


@handed_down
def _tree_that_holds(node: Node, above: Node | None) -> Node:
    return node if above is None or node.tag in (DOCUMENT, SHADOW_ROOT) else above


def _statically_hidden(node: Node) -> bool:
    if node.tag in ("head", "template", "script", "style", "noscript"):
        return True
    if node.tag == "dialog" and "open" not in node.attributes:
        return True
    style = (node.attributes.get("style") or "").replace(" ", "").lower()
    return "hidden" in node.attributes or "display:none" in style or "visibility:hidden" in style


@dataclass(eq=False)
class Page:
    """One page under test. `rendered` tells whether a browser computed its facts or only its source was read."""

    url: str
    nodes: list[Node]
    source: str = ""
    """The document as it came, for what only the source shows; empty when it could not be had."""
    status: int | None = None
    content_type: str = "text/html"
    doctype: Doctype | None = None
    rendered: bool = False
    opaque: tuple[str, ...] = ()
    """Why a part of the page could not be seen, one reason each (frame of another site, closed shadow root…)."""
    style_motion: bool | None = None
    """Whether a style sheet may set something in motion, now or after an action; None when not all were read."""
    revealed: "Revealed | None" = None
    """What its own document shows only in a state, by style sheets; None when no browser told."""
    listeners: "Listeners | None" = None
    """What its elements listen to; None when the browser was not asked."""
    tab_walk: "TabWalk | None" = None
    """What the Tab key showed; None when nobody walked through the page."""
    strained: "StrainedLayout | None" = None
    """What became of its texts under strain; None when nobody tried."""
    focus_marks: "FocusMarks | None" = None
    """How the focus shows on its elements; None when nobody looked."""
    additional_contents: "tuple[AdditionalContent, ...] | None" = None
    """What the pointer makes appear; None when nobody moved it."""
    opened: "tuple[OpenedState, ...]" = ()
    """The page again, in each state that a control declares and that was opened."""
    facts: dict[Any, Any] = field(default_factory=dict, repr=False)
    """What was already found out of it (`page/once.py`)."""

    @cached_property
    def elements(self) -> list[Node]:
        """Every element, in document order."""
        return [node for node in self.nodes if node.is_element]

    @property
    def texts(self) -> list[Node]:
        """Every text, in document order."""
        return self._by_tag[TEXT]

    @property
    def attribute_names(self) -> Iterable[str]:
        """The names of the attributes that some element carries."""
        return self._by_attribute

    @cached_property
    def attribute_values(self) -> frozenset[str]:
        """The values of all the attributes, each once."""
        return frozenset(value for node in self.elements for value in node.attributes.values())

    @cached_property
    def _by_tag(self) -> dict[str, list[Node]]:
        index: dict[str, list[Node]] = defaultdict(list)
        for node in self.nodes:
            index[node.tag].append(node)
        return index

    @cached_property
    def _by_id(self) -> dict[tuple[int, str], list[Node]]:
        index: dict[tuple[int, str], list[Node]] = defaultdict(list)
        for node in self.nodes:
            if identifier := node.attributes.get("id"):
                index[self.tree_of(node).index, identifier].append(node)
        return index

    @cached_property
    def _by_attribute(self) -> dict[str, list[Node]]:
        index: dict[str, list[Node]] = defaultdict(list)
        for node in self.nodes:
            for name in node.attributes:
                index[name].append(node)
        return index

    @cached_property
    def _by_role(self) -> dict[str, list[Node]]:
        index: dict[str, list[Node]] = defaultdict(list)
        for node in self.with_attribute("role"):
            index[node.explicit_role].append(node)
        return index

    @property
    def document(self) -> Node:
        """The root of the table."""
        return self.nodes[0]

    @cached_property
    def root(self) -> Node | None:
        """The page's own root element (`html`, or the root of an SVG or XML document)."""
        return next(iter(self.document.elements), None)

    @cached_property
    def documents(self) -> list[Node]:
        """The page's document, then those of its frames."""
        return self._by_tag[DOCUMENT]

    @property
    def is_html(self) -> bool:
        return self.root is not None and self.root.tag == "html" and self.root.namespace == HTML

    @property
    def title(self) -> str:
        """The document's title, spaces normalised; empty without one."""
        head = next((e for e in self.root.elements if e.tag == "head"), None) if self.root else None
        element = next(head.find("title"), None) if head else None
        return " ".join(element.raw_text.split()) if element else ""

    @cached_property
    def styles_are_unknown(self) -> bool:
        """Nobody rendered the page, and it has style sheets or scripts that may change what is shown."""
        sheets = (n for n in self._by_tag["link"] if "stylesheet" in (n.get("rel") or "").lower().split())
        return not self.rendered and bool(self._by_tag["script"] or self._by_tag["style"] or any(sheets))

    def select(self, *tags: str) -> list[Node]:
        """The elements with one of these tags, in document order."""
        if len(tags) == 1:
            return self._by_tag[tags[0]]
        return sorted((n for tag in tags for n in self._by_tag[tag]), key=lambda n: n.index)

    def with_attribute(self, *names: str) -> list[Node]:
        """The elements that carry at least one of these attributes, in document order."""
        if len(names) == 1:
            return self._by_attribute.get(names[0], [])
        return _in_order(n for name in names for n in self._by_attribute.get(name, ()))

    def with_role(self, *roles: str) -> list[Node]:
        """The elements whose `role` attribute begins with one of these roles, in document order."""
        return _in_order(n for role in roles for n in self._by_role[role])

    def by_id(self, identifier: str, near: Node) -> Node | None:
        """The element that an IDREF on `near` designates: the first with this id in the same tree."""
        return next(iter(self._by_id.get((self.tree_of(near).index, identifier), ())), None)

    def by_ids(self, references: str | None, near: Node) -> list[Node]:
        """The elements that a list of IDREFs on `near` designates; unknown ids are left out."""
        found = (self.by_id(identifier, near) for identifier in (references or "").split())
        return [node for node in found if node is not None]

    @staticmethod
    def tree_of(node: Node) -> Node:
        """The document or shadow root that holds the node: ids are unique within it."""
        return _tree_that_holds(node.parent or node)


def _in_order(nodes: Iterable[Node]) -> list[Node]:
    return sorted(set(nodes), key=lambda n: n.index)
