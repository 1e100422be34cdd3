"""5.5.1: the title of a data table is relevant.

A caption made of punctuation only does not tell what the table holds. Any other caption takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#5.5.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.scope import exposed
from accessibility.page.tables import data_tables, own_elements
from accessibility.page.text import is_only_punctuation
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    return Answer.FAILS if is_only_punctuation(accessible_name(node, page).text) else Answer.MEETS


RULE = Rule(
    fails=("5.5.1",),
    applicability=lambda page: exposed(
        caption for table in data_tables(page) for caption in own_elements(table, "caption")
    ),
    expectation=_expectation,
    styles_matter=True,
    message="Le titre du tableau n’est que de la ponctuation.",
    fix="Écrivez dans le titre ce que contient le tableau, par exemple «\u00a0Tarifs de la cantine\u00a0».",
)
