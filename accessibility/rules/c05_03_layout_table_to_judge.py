"""5.3.1: a layout table is understandable once linearised, and bears the role presentation.

Cells are read row by row. With several columns, a person checks that this order is that of the meaning. A table with a
role other than presentation that is not a table's takes a person too.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#5.3.1
"""

from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import exposed, in_generated_code
from accessibility.page.tables import cells
from accessibility.page.text import quote, squash
from accessibility.rules.base import Rule, a_person_must_look

_DATA_ROLES = ("", "table", "grid", "treegrid")
_FIRST_CELLS = 4


def _applicability(page: Page) -> list[Node]:
    tables = [node for node in page.select("table") if node.namespace == HTML]
    layout = (node for node in tables if node.explicit_role not in _DATA_ROLES)
    return [table for table in exposed(in_generated_code(layout)) if not _has_one_column(table)]


def _has_one_column(table: Node) -> bool:
    grid = cells(table)
    return bool(grid) and all(cell.column == 0 for cell in grid)


def _review_message(table: Node, page: Page) -> str:
    texts = [text for cell in cells(table) if (text := squash(cell.node.raw_text))]
    order = ", puis ".join(quote(text, 40) for text in texts[:_FIRST_CELLS])
    read = f"\u00a0: {order}" if order else ""
    return f"Vérifiez que ce tableau de mise en forme se comprend quand ses cellules sont lues à la suite{read}."


RULE = Rule(
    asks=("5.3.1",),
    applicability=_applicability,
    expectation=a_person_must_look,
    message="",
    review_message=_review_message,
    fix='Mettez les cellules dans l’ordre de lecture, et gardez <table role="presentation">.',
)
