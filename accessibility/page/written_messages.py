"""Messages that a script of the page writes after an action of the reader, as its code shows them."""

import re
from itertools import accumulate

from accessibility.page.inline_scripts import whole_code
from accessibility.page.model import Node, Page
from accessibility.page.once import once_a_page

_LISTENS = re.compile(r"addEventListener\(\s*['\"](submit|click|change|input|blur)['\"]")
_ID = r"document\s*\.\s*(?:getElementById\(\s*['\"]|querySelector\(\s*['\"]#)([\w-]+)['\"]\s*\)"
_VARIABLE = re.compile(rf"(?:const|let|var)\s+(\w+)\s*=\s*{_ID}")
_WRITES = re.compile(
    rf"(?:{_ID}|\b(\w+))\s*\.\s*(?:textContent|innerText|innerHTML)\s*=\s*"
    r"(?P<quote>['\"`])(?P<said>[^'\"`\n]{8,200})(?P=quote)"
)
_TELLS_OTHERWISE = re.compile(
    r"\brole\b|\baria-|\baria(?=[A-Z])|\.focus\b|alert\(|confirm\(|[dD]ialog|showModal|location|history|\.submit\("
    r"|requestSubmit|speech|tab[iI]ndex|attachShadow|setHTML|insertAdjacent|[nN]otif"
)
_LIVE = frozenset("status alert log progressbar timer marquee dialog alertdialog tooltip".split())
_CONTROLS = ("a", "button", "label", "summary", "output", "progress", "title", "option", "textarea", "input", "legend")


@once_a_page
def written_messages(page: Page) -> dict[Node, str]:
    """The literal messages that scripts write after an action of the reader, by the element that receives them."""
    code = whole_code(page) or ""
    variables = {match[1]: match[2] for match in _VARIABLE.finditer(code)}
    found: dict[Node, str] = {}
    for match in _WRITES.finditer(code):
        identifier = match[1] or variables.get(match[2] or "", "")
        node = page.by_id(identifier, page.root) if identifier and page.root else None
        if node is not None and node.closest(*_CONTROLS) is None and _is_after_an_action(code, match.start()):
            found.setdefault(node, match["said"])
    return found


def is_live(node: Node) -> bool:
    """The element, or one around it, has a role or an attribute that makes what is written in it be told."""
    return any(_makes_it_told(n) for n in (node, *node.ancestors()) if n.is_element)


def may_be_told_otherwise(node: Node, page: Page) -> bool:
    """A script may set a role, move the focus, open a dialog, leave the page or write elsewhere what is told; a field
    may have the element as description."""
    described = any(node.get("id") in (n.get("aria-describedby") or "").split() for n in page.nodes)
    otherwise = _TELLS_OTHERWISE.search(whole_code(page) or "") is not None
    told_elsewhere = any(_makes_it_told(n) for n in page.nodes if n.is_element)
    return otherwise or described or told_elsewhere or bool(node.focusable) or node.has("role")


def _makes_it_told(node: Node) -> bool:
    return node.has("aria-live") or node.explicit_role in _LIVE or node.tag in ("dialog", "output")


def _is_after_an_action(code: str, position: int) -> bool:
    """The place in the code is inside the function that listens to the last event before it."""
    listening = list(_LISTENS.finditer(code, 0, position))
    if not listening or (listening[-1][1] == "submit" and "preventDefault" not in code):
        return False
    between = code[listening[-1].end() : position]
    depths = list(accumulate({"{": 1, "}": -1}.get(character, 0) for character in between))
    first = next((i for i, depth in enumerate(depths) if depth > 0), None)
    return first is not None and min(depths[first:]) > 0
