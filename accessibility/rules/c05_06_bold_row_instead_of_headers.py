"""5.6.1: each header of a whole column is a `th`, or has the role columnheader.

A table whose first row alone is in bold, over rows of figures, shows headers that its code does not declare. Certain in
a regular grid of three rows or more without any header, when every cell of the first row is wholly in bold, no other
row is, and either the table has a title or all the cells of a column under the first row are figures.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#5.6.1
"""

from accessibility.page.model import TEXT, Node, Page
from accessibility.page.tables import Cell, cells, data_tables, headers, title_of_table
from accessibility.page.text import has_words, is_blank
from accessibility.rules.base import Answer, Rule

_FEWEST_ROWS = 3
_BOLD_WEIGHT = 600


def _applicability(page: Page) -> list[Node]:
    tables = (table for table in data_tables(page) if not headers(table))
    return [table for table in tables if _is_regular(cells(table)) and not any(table.find("table", "input", "select"))]


def _is_regular(grid: tuple[Cell, ...]) -> bool:
    rows = {cell.row for cell in grid}
    columns = {cell.column for cell in grid}
    merged = any(cell.width > 1 or cell.height > 1 for cell in grid)
    return len(rows) >= _FEWEST_ROWS and len(columns) > 1 and not merged and len(grid) == len(rows) * len(columns)


def _is_bold(node: Node) -> bool:
    texts = [inner for inner in node.descendants() if inner.tag == TEXT and not is_blank(inner.text)]
    return bool(texts) and all(_text_is_bold(text, node) for text in texts)


def _text_is_bold(text: Node, cell: Node) -> bool:
    parent = text.parent
    if weight := (parent.styles.get("font-weight") if parent else ""):
        return weight.isdecimal() and int(weight) >= _BOLD_WEIGHT
    around = text.closest("b", "strong")
    return around is not None and cell in around.ancestors()


def _is_figure(node: Node) -> bool:
    text = node.raw_text
    return any(map(str.isdigit, text)) and sum(map(str.isalpha, text)) <= sum(map(str.isdigit, text))


def _expectation(table: Node, page: Page) -> Answer:
    grid = cells(table)
    first = [cell.node for cell in grid if cell.row == 0]
    body = [cell for cell in grid if cell.row > 0]
    if not all(has_words(node.raw_text) and _is_bold(node) for node in first):
        return Answer.MEETS
    if any(_is_bold(cell.node) for cell in body) or any(map(_is_figure, first)):
        return Answer.MEETS
    columns = {cell.column for cell in grid}
    figures = any(all(_is_figure(cell.node) for cell in body if cell.column == column) for column in columns)
    return Answer.FAILS if figures or title_of_table(table, page) else Answer.MEETS


RULE = Rule(
    fails=("5.6.1",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message="La première ligne du tableau donne les en-têtes en gras, sans que le code les déclare comme en-têtes.",
    fix='Déclarez chaque en-tête de colonne, par exemple <th scope="col">Tarif</th>.',
)
