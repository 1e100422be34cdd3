"""Lists that are typed as text: lines cut by line breaks, or paragraphs in a row, with a mark or a number before."""

import re
from itertools import pairwise

from accessibility.page.model import HTML, TEXT, Node, Page
from accessibility.page.once import once_a_node, once_a_page
from accessibility.page.scope import exposed, in_generated_code
from accessibility.page.siblings import elements_around
from accessibility.page.text import has_words, squash

BULLET = "bullet"
DASH = "dash"
NUMBER = "number"

BULLETS = "•‣▪◦●○■□▸►"
DASHES = "-–—*"
"""Signs that are marks before a space only."""
_NUMBERED = re.compile(r"(\d{1,2})\s?[.)-]\s+\S")
_FEWEST = {BULLET: 2, DASH: 3, NUMBER: 3}
_CUT = frozenset("br p div ul ol table h1 h2 h3 h4 h5 h6 hr pre".split())
_OUT_OF_SCOPE = ("li", "pre", "code", "address", "textarea", "svg")


def mark_of(line: str) -> str:
    """What a line begins with: a bullet, a dash or a number; empty for another."""
    if not has_words(line):
        return ""
    if line.startswith(tuple(BULLETS)):
        return BULLET
    if line.startswith(tuple(f"{dash} " for dash in DASHES)):
        return DASH
    return NUMBER if _NUMBERED.match(line) else ""


@once_a_page
def blocks_with_typed_marks(page: Page) -> list[Node]:
    """The elements with a line, cut by line breaks, that begins with a mark, and the paragraphs with a number."""
    broken = {node.parent for node in page.select("br") if node.parent is not None and node.parent.namespace == HTML}
    found = [node for node in broken if any(map(mark_of, _lines(node)))]
    found += [node for node in page.select("p") if node not in broken and _number(_text(node)) > 0]
    outside = (node for node in found if node.closest(*_OUT_OF_SCOPE) is None and node.explicit_role != "listitem")
    return sorted(exposed(in_generated_code(outside)), key=lambda node: node.index)


@once_a_node
def kind_of_list(node: Node) -> str:
    """The mark of what makes a list: two lines with bullets, three with dashes, three with numbers that follow.

    A series of paragraphs is told of its first. Empty where nothing makes a list.
    """
    lines = _lines(node)
    for kind, fewest in _FEWEST.items():
        longest = run = 0
        for before, line in pairwise(["", *lines]):
            goes_on = run and (kind != NUMBER or _number(line) == _number(before) + 1)
            run = (run + 1 if goes_on else 1) if mark_of(line) == kind else 0
            longest = max(longest, run)
        if longest >= fewest:
            return kind
    return NUMBER if node.tag == "p" and _begins_a_series(node) else ""


def _lines(node: Node) -> list[str]:
    parts = [""]
    for child in node.children:
        if child.tag in _CUT:
            parts.append("")
        elif child.tag == TEXT:
            parts[-1] += child.text
        elif child.is_element:
            parts[-1] += child.raw_text
    return [line for line in map(squash, parts) if line]


def _begins_a_series(node: Node) -> bool:
    before, after = elements_around(node, 1, _FEWEST[NUMBER] - 1)
    if any(_follows(one, node) for one in before) or len(after) < _FEWEST[NUMBER] - 1:
        return False
    return all(_follows(one, other) for one, other in pairwise([node, *after]))


def _follows(one: Node, other: Node) -> bool:
    return one.tag == other.tag == "p" and 0 < _number(_text(one)) == _number(_text(other)) - 1


def _number(line: str) -> int:
    match = _NUMBERED.match(line)
    return int(match[1]) if match else -1


def _text(node: Node) -> str:
    return squash(node.raw_text)
