"""5.2.1: the summary of a complex data table is relevant.

A table with headers out of its first row and first column is complex (glossary), one with merged headers may be. Where
it has a caption, a summary or a description, a person reads there whether its organisation is explained.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#5.2.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.tables import (
    cells,
    data_tables,
    has_content,
    headers,
    headers_out_of_first_row_and_column,
    title_of_table,
)
from accessibility.page.text import quote, squash
from accessibility.rules.base import Rule, a_person_must_look


def _summary(table: Node, page: Page) -> str:
    described = " ".join(node.raw_text for node in page.by_ids(table.get("aria-describedby"), table))
    return squash(" ".join((title_of_table(table, page), table.get("summary") or "", described)))


def _may_be_complex(table: Node) -> bool:
    known = set(headers(table))
    merged = (cell for cell in cells(table) if cell.width > 1 or cell.height > 1)
    return bool(headers_out_of_first_row_and_column(table)) or any(
        cell.node in known and has_content(cell.node) for cell in merged
    )


RULE = Rule(
    asks=("5.2.1", "5.1.1"),
    applicability=lambda page: [t for t in data_tables(page) if _may_be_complex(t) and _summary(t, page)],
    expectation=a_person_must_look,
    message="",
    review_message=lambda table, page: (
        f"Ce tableau a des en-têtes fusionnés ou internes\u00a0: vérifiez que {quote(_summary(table, page), 160)} "
        "explique comment le lire."
    ),
    fix="Écrivez dans la balise <caption>, après le titre, comment le tableau est organisé.",
)
