"""5.7.2: the scope of a header is that of what it heads: `row` for a row, `col` for a column.

Certain in a regular grid of two rows and columns or more. When all the cells of the first row are headers, none of them
heads its row, which holds no data: `scope="row"` is wrong there. When every other row begins with a header and
goes on with data, that header does not head its column: `scope="col"` is wrong there.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#5.7.2
"""

from accessibility.page.model import Node, Page
from accessibility.page.once import once_a_node
from accessibility.page.tables import Cell, cells, data_tables, has_content
from accessibility.page.text import quote, squash
from accessibility.rules.base import Answer, Rule


@once_a_node
def _certain_headers(table: Node) -> dict[Node, str]:
    """The headers with a scope whose kind is certain, each with the scope that it should have."""
    grid = cells(table)
    if any(cell.width > 1 or cell.height > 1 for cell in grid):
        return {}
    first = [cell for cell in grid if cell.row == 0]
    body = [cell for cell in grid if cell.row > 0]
    found: dict[Node, str] = {}
    if len(first) > 1 and body and all(cell.node.tag == "th" for cell in first) and _holds_data(body):
        found |= {cell.node: "col" for cell in first if cell.column > 0}
    leading = [cell for cell in body if cell.column == 0]
    following = [cell for cell in body if cell.column > 0]
    if len(leading) > 1 and all(cell.node.tag == "th" for cell in leading) and _are_data(following):
        found |= {cell.node: "row" for cell in leading}
    return {node: scope for node, scope in found.items() if node.has("scope") and has_content(node)}


def _holds_data(body: list[Cell]) -> bool:
    return all(cell.node.tag == "td" for cell in body if cell.column > 0) and any(cell.column > 0 for cell in body)


def _are_data(following: list[Cell]) -> bool:
    return bool(following) and all(cell.node.tag == "td" for cell in following)


def _expected(node: Node) -> str:
    table = node.closest("table")
    return _certain_headers(table).get(node, "") if table is not None else ""


def _expectation(node: Node, page: Page) -> Answer:
    value = (node.get("scope") or "").lower()
    return Answer.FAILS if value in ("row", "col") and value != _expected(node) else Answer.MEETS


def _message(node: Node, page: Page) -> str:
    what, said = ("colonne", "ligne") if _expected(node) == "col" else ("ligne", "colonne")
    return (
        f"L’en-tête {quote(squash(node.raw_text))} est celui d’une {what}, et sa portée (scope) est celle d’une {said}."
    )


RULE = Rule(
    fails=("5.7.2",),
    applicability=lambda page: [header for table in data_tables(page) for header in _certain_headers(table)],
    expectation=_expectation,
    styles_matter=True,
    message=_message,
    fix='Écrivez scope="col" pour un en-tête de colonne, scope="row" pour un en-tête de ligne.',
)
