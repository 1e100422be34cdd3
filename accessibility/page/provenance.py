"""Which content wrote a node: read from the comment marks that the gate's renderer leaves around blocks and fields.

`<!--parvis body.<block uuid>-->` opens, `<!--/parvis-->` closes; marks nest.
"""

from collections.abc import Iterable
from dataclasses import replace

from accessibility.findings import Finding
from accessibility.page.model import COMMENT, Page

_OPEN, _CLOSE = "parvis ", "/parvis"


def provenance_by_node(page: Page) -> dict[int, str]:
    """For each node inside a mark, the innermost mark's path, keyed by the node's index. Empty for unmarked pages."""
    if not any(node.tag == COMMENT for node in page.nodes):
        return {}
    paths: dict[int, str] = {}
    open_marks: list[str] = []
    for node in (page.document, *page.document.descendants()):
        if node.tag == COMMENT and node.text.startswith(_OPEN):
            open_marks.append(node.text.removeprefix(_OPEN).strip())
        elif node.tag == COMMENT and node.text == _CLOSE:
            if open_marks:
                open_marks.pop()
        elif open_marks:
            paths[node.index] = open_marks[-1]
    return paths


def with_provenance(findings: Iterable[Finding], page: Page) -> list[Finding]:
    """The findings, each with the path of the content that wrote its element, where a mark tells."""
    paths = provenance_by_node(page)
    return [
        replace(finding, provenance=paths[finding.node.index])
        if finding.node is not None and finding.node.index in paths
        else finding
        for finding in findings
    ]
