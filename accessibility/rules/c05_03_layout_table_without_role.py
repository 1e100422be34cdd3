"""5.3.1: a layout table bears the role presentation.

A data table organises information in rows and columns: a table of a single cell organises none, and neither does one
that holds the main content, the navigation or the main heading of the page in a cell. Without anything that belongs to
data tables, such a table is layout for certain. Others take a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#5.3.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.tables import cells, data_markup, data_tables, has_content, title_of_table
from accessibility.rules.base import Answer, Rule


def _applicability(page: Page) -> list[Node]:
    tables = (table for table in data_tables(page) if not table.explicit_role and not data_markup(table))
    return [table for table in tables if not title_of_table(table, page)]


def _expectation(table: Node, page: Page) -> Answer:
    grid = cells(table)
    is_single = len(grid) == 1 and has_content(grid[0].node)
    return Answer.FAILS if is_single or any(table.find("main", "nav", "h1")) else Answer.MEETS


RULE = Rule(
    fails=("5.3.1",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message="Ce tableau ne sert qu’à la mise en page, et les lecteurs d’écran l’annoncent comme un tableau de données.",
    fix='Remplacez-le par des blocs mis en page par la feuille de styles, ou ajoutez <table role="presentation">.',
)
