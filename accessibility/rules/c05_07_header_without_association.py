"""5.7.1: the headers of a data table are associated with their cells.

A filled `th` that applies to a whole row or column needs a `scope`, an `id` or a header role, except when all headers
are on one row or in one column. Certain in a regular grid (no merged cell): a `th` of the first row heads its
column, a `th` of the first column heads its row, as soon as there are headers in both. A table declared as layout
and one with roles of another widget are left alone.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#5.7.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.tables import Cell, cells, data_tables, has_content
from accessibility.rules.base import Answer, Rule


def _applicability(page: Page) -> list[Node]:
    return [cell.node for table in data_tables(page) for cell in _edge_headers(cells(table))]


def _edge_headers(grid: tuple[Cell, ...]) -> list[Cell]:
    """The headers of the first row and of the first column, where both exist and no cell is merged."""
    headers = [cell for cell in grid if cell.node.tag == "th" and has_content(cell.node)]
    merged = any(cell.height > 1 or cell.width > 1 for cell in grid)
    if merged or len({cell.row for cell in headers}) < 2 or len({cell.column for cell in headers}) < 2:
        return []
    in_first_row = {cell.column for cell in headers if cell.row == 0}
    in_first_column = {cell.row for cell in headers if cell.column == 0}
    if len(in_first_row) < 2 and len(in_first_column) < 2:
        return []
    return [cell for cell in headers if cell.row == 0 or cell.column == 0]


def _expectation(node: Node, page: Page) -> Answer:
    associated = node.get("scope") or node.get("id") or node.explicit_role in ("rowheader", "columnheader")
    return Answer.MEETS if associated else Answer.FAILS


RULE = Rule(
    fails=("5.7.1",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message="Cet en-tête de tableau n’est associé à aucune cellule.",
    fix='Ajoutez scope="col" à un en-tête de colonne, scope="row" à un en-tête de ligne.',
)
