"""5.6.1 and 5.6.2: the headers of a data table are declared; or 5.3.1: a layout table says that it is one.

A table without headers and without the role presentation breaks one of the two, or holds data without headers: which
one takes a person. Where it has something that belongs to data tables only, test 5.8.1 is asked too. A table that its
title declares as data is no layout.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#5.6.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.tables import cells, data_markup, data_tables, has_content, headers, own_elements
from accessibility.page.text import quote, squash
from accessibility.rules.base import Rule, a_person_must_look

_FIRST_CELLS = 4


def _tests(table: Node) -> tuple[str, ...]:
    if own_elements(table, "caption") or table.explicit_role:
        return ("5.6.1", "5.6.2")
    return ("5.3.1", "5.6.1", "5.6.2", "5.8.1") if data_markup(table) else ("5.3.1", "5.6.1", "5.6.2")


def _applicability(page: Page) -> list[Node]:
    tables = (table for table in data_tables(page) if not headers(table))
    return [table for table in tables if not _is_single_cell(table)]


def _is_single_cell(table: Node) -> bool:
    grid = cells(table)
    return len(grid) == 1 and has_content(grid[0].node) and not data_markup(table)


def _review_message(table: Node, page: Page) -> str:
    texts = [text for cell in cells(table) if (text := squash(cell.node.raw_text))]
    first = ", ".join(quote(text, 40) for text in texts[:_FIRST_CELLS])
    begins = f" Il commence par {first}." if first else ""
    return (
        "Ce tableau n’a pas d’en-tête\u00a0: vérifiez s’il présente des données, qui demandent des en-têtes, ou s’il "
        f"ne sert qu’à la mise en page.{begins}"
    )


RULE = Rule(
    asks=("5.3.1", "5.6.1", "5.6.2", "5.8.1"),
    tests_of=_tests,
    applicability=_applicability,
    expectation=a_person_must_look,
    message="",
    review_message=_review_message,
    fix='Déclarez les en-têtes avec <th scope="col">, ou écrivez <table role="presentation"> pour une mise en page.',
)
