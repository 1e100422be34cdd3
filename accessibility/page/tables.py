"""Tables: their grid, their headers, and what tells a layout table."""

from dataclasses import dataclass

from accessibility.page.model import HTML, Node, Page
from accessibility.page.names import labelling_text
from accessibility.page.once import once_a_node, once_a_page
from accessibility.page.scope import exposed, in_generated_code, is_presentational
from accessibility.page.text import is_blank, squash

_WIDEST = 1000


@dataclass(frozen=True)
class Cell:
    """A cell and the part of the grid that it covers."""

    node: Node
    row: int
    column: int
    height: int
    width: int


@once_a_page
def data_tables(page: Page) -> list[Node]:
    """The tables that are not declared as layout, and that are given to assistive technologies."""
    tables = (node for node in page.select("table") if node.namespace == HTML and node.explicit_role in ("", "table"))
    return exposed(in_generated_code(tables))


def layout_tables(page: Page) -> list[Node]:
    """The tables whose role says that they are layout."""
    tables = (node for node in page.select("table") if node.namespace == HTML and is_presentational(node))
    return exposed(in_generated_code(tables))


@once_a_node
def cells(table: Node) -> tuple[Cell, ...]:
    """The cells of a table, without those of a table inside it, placed as HTML places them."""
    found: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for row_index, row in enumerate(_rows(table)):
        column = 0
        for node in row.elements:
            if node.tag not in ("td", "th"):
                continue
            while (row_index, column) in taken:
                column += 1
            width, height = _span(node, "colspan"), _span(node, "rowspan")
            if height > 1 or width > 1:
                taken.update((row_index + y, column + x) for y in range(height) for x in range(width))
            found.append(Cell(node, row_index, column, height, width))
            column += width
    return tuple(found)


def own_elements(table: Node, *tags: str) -> list[Node]:
    """The elements with one of these tags that belong to this table and not to one inside it."""
    return [node for node in table.find(*tags) if node.parent and node.parent.closest("table") is table]


@once_a_node
def has_content(node: Node) -> bool:
    """The cell holds a text, or something that may say something."""
    return not is_blank(node.raw_text) or any(
        inner.is_element and (inner.tag in ("img", "svg", "input", "object", "canvas") or inner.has("aria-label"))
        for inner in node.descendants()
    )


@once_a_node
def headers(table: Node) -> list[Node]:
    """The cells of the table that are declared as headers, by their tag or role."""
    found = own_elements(table, "th", "td")
    return [cell for cell in found if cell.tag == "th" or cell.explicit_role in ("rowheader", "columnheader")]


@once_a_node
def title_of_table(table: Node, page: Page) -> str:
    """The title that the table is given in the code: caption, ARIA label, or `title`."""
    captions = (squash(caption.raw_text) for caption in own_elements(table, "caption"))
    label = labelling_text(table, page) or table.get("aria-label") or table.get("title") or ""
    return next((caption for caption in captions if caption), "") or squash(label)


def data_markup(table: Node) -> str:
    """The first thing in the table that only data tables may hold (5.8.1), empty without one."""
    if not is_blank(table.get("summary") or ""):
        return "summary"
    if found := own_elements(table, "caption", "th", "thead", "tfoot"):
        return found[0].tag
    for cell in own_elements(table, "td"):
        if names := [name for name in ("scope", "headers", "axis") if cell.has(name)]:
            return names[0]
        if cell.explicit_role in ("rowheader", "columnheader"):
            return cell.explicit_role
    return ""


def is_declared_data(table: Node, page: Page) -> bool:
    """The author says that it is a data table: it has headers, a title or a summary."""
    return bool(headers(table) or title_of_table(table, page) or not is_blank(table.get("summary") or ""))


def headers_out_of_first_row_and_column(table: Node) -> list[Node]:
    """The filled headers that are neither on the first row nor in the first column: they make a table complex."""
    grid = cells(table)
    if not any(cell.row == 0 and has_content(cell.node) for cell in grid):
        return []
    known = set(headers(table))
    return [cell.node for cell in grid if cell.row and cell.column and cell.node in known and has_content(cell.node)]


def _rows(table: Node) -> list[Node]:
    rows = []
    for child in table.elements:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in ("thead", "tbody", "tfoot"):
            rows.extend(row for row in child.elements if row.tag == "tr")
    return rows


def _span(node: Node, name: str) -> int:
    value = (node.get(name) or "").strip()
    return min(max(int(value), 1), _WIDEST if name == "colspan" else 100) if value.isdecimal() else 1
