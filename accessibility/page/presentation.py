"""Elements and attributes that the RGAA's glossary reserves to style sheets (« Présentation de l'information »)."""

from accessibility.page.model import HTML, Node

ELEMENTS = frozenset("basefont big blink center font marquee s strike tt".split())
"""Forbidden with any document type. `u` is so only outside HTML 5."""

ATTRIBUTES = frozenset(
    "align alink background bgcolor border cellpadding cellspacing char charoff clear compact color frameborder hspace"
    " link marginheight marginwidth text valign vlink vspace".split()
)
DIMENSIONS = frozenset(("width", "height"))
_LISTED = ATTRIBUTES | DIMENSIONS | {"size"}

_WITH_DIMENSIONS = frozenset("img object embed canvas svg".split())
_DIMENSIONS_DISPUTED = frozenset(("source", "input"))
_WITH_SIZE = frozenset(("select",))
_SIZED = frozenset("input hr font basefont".split())
_ONLY_ON = {
    "alink": frozenset(("body",)),
    "link": frozenset(("body",)),
    "vlink": frozenset(("body",)),
    "text": frozenset(("body",)),
    "background": frozenset("body table thead tbody tfoot tr td th".split()),
    "char": frozenset("col colgroup tbody td tfoot th thead tr".split()),
    "charoff": frozenset("col colgroup tbody td tfoot th thead tr".split()),
    "color": frozenset("basefont font hr".split()),
    "clear": frozenset(("br",)),
    "border": frozenset("img input object table".split()),
}


def presentational_attributes(node: Node) -> tuple[list[str], list[str]]:
    """The forbidden attributes of an element: those that HTML did give it for presentation, then the doubtful ones.

    Doubtful: an attribute of the list on an element for which it never had this meaning, and the dimensions of a
    `source` or of an image button, which are those of an image.
    """
    certain: list[str] = []
    doubtful: list[str] = []
    if _LISTED.isdisjoint(node.attributes) or node.namespace != HTML or "-" in node.tag or node.closest("head"):
        return certain, doubtful
    for name in node.attributes:
        if name in ATTRIBUTES:
            (certain if node.tag in _ONLY_ON.get(name, (node.tag,)) else doubtful).append(name)
        elif name in DIMENSIONS and node.tag not in _WITH_DIMENSIONS:
            (doubtful if node.tag in _DIMENSIONS_DISPUTED else certain).append(name)
        elif name == "size" and node.tag not in _WITH_SIZE:
            (certain if node.tag in _SIZED else doubtful).append(name)
    return certain, doubtful
