"""Checks of tables: headers, and what they are the headers of (EN 301 549, 10.1.3.1; RGAA 5.6, 5.7)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from accessibility.documents.defect import Defect, fail, review
from accessibility.documents.pdf.document import Document
from accessibility.documents.pdf.structure import Element

_MOST_SPAN = 1_000


@dataclass(frozen=True)
class _Cell:
    element: Element
    row: int
    column: int
    spanned: int


def defects(document: Document) -> Iterator[Defect]:
    """What is wrong with the tables."""
    for table in (element for element in document.elements if element.kind == "Table"):
        yield from _of_table(document, table)


def _of_table(document: Document, table: Element) -> Iterator[Defect]:
    rows = _rows(table)
    cells = _grid(document, rows)
    columns = 1 + max((cell.column for cell in cells), default=-1)
    if len(rows) < 2 or columns < 2 or not document.text(table):
        return
    where, excerpt = document.where(table), document.excerpt(table)
    headers = [cell for cell in cells if cell.element.kind == "TH"]
    if not headers:
        message = (
            "Ce tableau n’a aucune cellule d’en-tête\u00a0: si ce n’est pas une simple mise en page, il lui en faut."
        )
        fix = "Déclarez la ligne d’en-tête du tableau dans le traitement de texte, ou balisez ses cellules avec TH."
        yield review("pdf_table_without_header", where, excerpt, message, fix)
    elif _is_ambiguous(document, cells, headers):
        message = (
            "Ce tableau a des en-têtes de ligne et de colonne, mais ne dit pas desquelles\u00a0: sans portée "
            "(Scope), une "
            "technologie d’assistance ne peut les rattacher aux cellules."
        )
        fix = "Donnez à chaque en-tête (TH) sa portée\u00a0: Column pour une colonne, Row pour une ligne."
        yield fail("pdf_table_header_without_scope", where, excerpt, message, fix)
    widths = {row: sum(cell.spanned for cell in cells if cell.row == row) for row in range(len(rows))}
    if len({width for width in widths.values() if width}) > 1 and not _spans_rows(document, cells):
        message = "Les lignes de ce tableau n’ont pas toutes le même nombre de cellules\u00a0: vérifiez sa structure."
        fix = "Déclarez les cellules fusionnées (ColSpan, RowSpan), ou ajoutez celles qui manquent."
        yield review("pdf_table_rows_uneven", where, excerpt, message, fix)


def _rows(table: Element) -> list[Element]:
    def nearest(element: Element) -> Element | None:
        return next((around for around in element.ancestors() if around.kind == "Table"), None)

    return [element for element in table.descendants() if element.kind == "TR" and nearest(element) is table]


def _grid(document: Document, rows: list[Element]) -> list[_Cell]:
    cells: list[_Cell] = []
    taken: dict[int, set[int]] = {}
    for row, element in enumerate(rows):
        column = 0
        for inner in element.children:
            if inner.kind not in ("TH", "TD"):
                continue
            while column in taken.get(row, ()):
                column += 1
            wide, high = (_span(document, inner, name) for name in ("/ColSpan", "/RowSpan"))
            cells.append(_Cell(inner, row, column, wide))
            for below in range(row, min(row + high, len(rows))):
                taken.setdefault(below, set()).update(range(column, column + wide))
            column += wide
    return cells


def _span(document: Document, cell: Element, name: str) -> int:
    value = cell.attribute(name, document.classes)
    return min(value, _MOST_SPAN) if isinstance(value, int) and value > 0 else 1


def _spans_rows(document: Document, cells: list[_Cell]) -> bool:
    return any(_span(document, cell.element, "/RowSpan") > 1 for cell in cells)


def _is_ambiguous(document: Document, cells: list[_Cell], headers: list[_Cell]) -> bool:
    """Headers above and on the side, one of them without scope, and cells that name none.

    PDF 2.0 gives a scope by default to the headers of the first row and of the first column; PDF 1.7 gives none.
    """

    def told(cell: _Cell, name: str) -> Any:
        return cell.element.attribute(name, document.classes)

    if document.pdf.pdf_version >= "2.0":
        return False
    rows_of_data = {cell.row for cell in cells if cell.element.kind == "TD" and document.text(cell.element)}
    above = [cell for cell in headers if cell.row == 0 and cell.column > 0]
    beside = [cell for cell in headers if cell.row > 0 and cell.column == 0 and cell.row in rows_of_data]
    without = [cell for cell in headers if told(cell, "/Scope") is None and document.text(cell.element)]
    if not (above and beside and without):
        return False
    data = [cell for cell in cells if cell.element.kind == "TD" and document.text(cell.element)]
    return any(not isinstance(told(cell, "/Headers"), pikepdf.Array) for cell in data)
