"""The structure of a tagged PDF: its elements, of which type, around what (ISO 32000-1 §14.7 and §14.8)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from accessibility.documents.defect import UnreadableDocument

MOST_ELEMENTS = 300_000
_DEEPEST = 400
_MOST_NAMESPACES = 10
STANDARD = frozenset(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI "
    "Lbl LBody "
    "Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP "
    "Figure Formula Form".split()
)
"""The types of ISO 32000-1 §14.8.4."""
_OF_PDF_2 = frozenset("DocumentFragment Aside Title H7 H8 H9 FENote Sub Em Strong Artifact".split())
"""What ISO 32000-2 §14.8.4 adds. A file of PDF 1.7 may give one of these names to a type of its own."""


@dataclass(eq=False)
class Element:
    """An element of the structure. `kind`: its standard type, as the role map gives it; `written`: its own type.

    `marks`: page (from 1) and MCID of its own content. `objects`: identity of the annotations that it holds.
    `known`: the type is a standard one, or is led to one.
    """

    kind: str
    written: str
    known: bool
    entry: pikepdf.Object = field(repr=False)
    parent: "Element | None" = field(default=None, repr=False)
    page: int = 0
    children: list["Element"] = field(default_factory=list, repr=False)
    marks: list[tuple[int, int]] = field(default_factory=list, repr=False)
    objects: list[tuple[int, int]] = field(default_factory=list, repr=False)
    streams: int = 0
    """Contents in a form, or on a page that is not told, which are not followed."""

    @property
    def alternative(self) -> str:
        """Its Alt, else its ActualText."""
        return text_of(self.entry, "/Alt").strip() or text_of(self.entry, "/ActualText").strip()

    @property
    def language(self) -> str:
        """The language that it declares itself."""
        return text_of(self.entry, "/Lang").strip()

    def ancestors(self) -> Iterator["Element"]:
        """The elements around it, the nearest first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def descendants(self) -> Iterator["Element"]:
        """The elements inside, in order."""
        waiting = list(reversed(self.children))
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))

    def whole(self) -> Iterator["Element"]:
        """Itself, then its descendants."""
        yield self
        yield from self.descendants()

    def attribute(self, name: str, classes: Any = None) -> Any:
        """A structure attribute (`/Scope`), its own or of its class; None without one."""
        for attributes in (*_dictionaries(self.entry.get("/A")), *_of_classes(self.entry.get("/C"), classes)):
            if name in attributes:
                return attributes[name]
        return None


def text_of(entry: Any, key: str) -> str:
    """A text of a dictionary; empty when it is missing or no text."""
    try:
        value = entry.get(key)
        return str(value) if isinstance(value, pikepdf.String) else ""
    except (ValueError, TypeError, AttributeError, pikepdf.PdfError):
        return ""


def elements_of(pdf: pikepdf.Pdf) -> list[Element]:
    """The elements, in order; empty without a structure. Raises UnreadableDocument over the limits."""
    root = pdf.Root.get("/StructTreeRoot")
    if not isinstance(root, pikepdf.Dictionary):
        return []
    roles = _Roles(root.get("/RoleMap"))
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    found: list[Element] = []
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[Any, Element | None, int, int]] = [(kid, None, 0, 0) for kid in reversed(_kids(root))]
    while waiting:
        kid, parent, page, depth = waiting.pop()
        if isinstance(kid, int):
            if parent is not None:
                _mark(parent, page, kid)
            continue
        if not isinstance(kid, pikepdf.Dictionary):
            continue
        own = kid.get("/Pg")
        page = pages.get(own.objgen, page) if isinstance(own, pikepdf.Dictionary) else page
        if "/S" not in kid:
            if parent is not None:
                _hold(parent, kid, page)
            continue
        if kid.is_indirect and kid.objgen in seen:
            continue
        seen.add(kid.objgen)
        if len(found) >= MOST_ELEMENTS or depth > _DEEPEST:
            raise UnreadableDocument(f"too large to be judged: more than {MOST_ELEMENTS} tags, or {_DEEPEST} levels")
        element = _element(kid, parent, page, roles)
        found.append(element)
        waiting.extend((inner, element, page, depth + 1) for inner in reversed(_kids(kid)))
    return found


def _element(kid: Any, parent: Element | None, page: int, roles: "_Roles") -> Element:
    written = str(kid.get("/S"))[1:]
    space = kid.get("/NS")
    kind = roles.standard(_in_default_space(written, space) if isinstance(space, pikepdf.Dictionary) else written)
    element = Element(kind or written, written, bool(kind) or space is not None, kid, parent, page)
    if parent is not None:
        parent.children.append(element)
    return element


def _in_default_space(written: str, space: Any) -> str:
    """What a type of a namespace (PDF 2.0: that of HTML, say) stands for in the default one."""
    for _ in range(_MOST_NAMESPACES):
        roles = space.get("/RoleMapNS") if isinstance(space, pikepdf.Dictionary) else None
        role = roles.get(f"/{written}") if isinstance(roles, pikepdf.Dictionary) else None
        if isinstance(role, pikepdf.Array) and len(role) == 2:
            written, space = str(role[0])[1:], role[1]
        elif isinstance(role, pikepdf.Name):
            return str(role)[1:]
        else:
            break
    return written


def _hold(parent: Element, kid: Any, page: int) -> None:
    if "/Obj" in kid:
        held = kid.get("/Obj")
        if isinstance(held, pikepdf.Object) and held.is_indirect:
            parent.objects.append(held.objgen)
    elif "/Stm" in kid:
        parent.streams += 1
    elif isinstance(number := kid.get("/MCID"), int):
        _mark(parent, page, number)


def _mark(parent: Element, page: int, number: int) -> None:
    if page:
        parent.marks.append((page, number))
    else:
        parent.streams += 1


class _Roles:
    def __init__(self, roles: Any) -> None:
        self._roles = {}
        if isinstance(roles, pikepdf.Dictionary):
            self._roles = {key[1:]: str(value)[1:] for key, value in roles.items() if isinstance(value, pikepdf.Name)}

    def standard(self, written: str) -> str:
        """The standard type that a type stands for; empty when it leads to none."""
        seen: set[str] = set()
        while written not in STANDARD:
            if written in seen or written not in self._roles:
                return written if written in _OF_PDF_2 else ""
            seen.add(written)
            written = self._roles[written]
        return written


def _kids(entry: Any) -> list[Any]:
    kids = entry.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _dictionaries(value: Any) -> list[Any]:
    items = list(value) if isinstance(value, pikepdf.Array) else [value]
    return [item for item in items if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream))]


def _of_classes(names: Any, classes: Any) -> list[Any]:
    if not isinstance(classes, pikepdf.Dictionary):
        return []
    items = list(names) if isinstance(names, pikepdf.Array) else [names]
    return [found for n in items if isinstance(n, pikepdf.Name) for found in _dictionaries(classes.get(str(n)))]
