"""5.7.2: the scope of a header has a valid value.

The test allows `row` and `col`; HTML also has `rowgroup` and `colgroup`, which are left to a person. Any other value
is no association at all. Only filled headers of data tables count.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#5.7.2
"""

from accessibility.page.model import Node, Page
from accessibility.page.tables import data_tables, has_content, own_elements
from accessibility.page.text import quote
from accessibility.rules.base import Answer, Rule


def _applicability(page: Page) -> list[Node]:
    headers = (node for table in data_tables(page) for node in own_elements(table, "th"))
    return [node for node in headers if node.has("scope") and has_content(node)]


def _expectation(node: Node, page: Page) -> Answer:
    value = (node.get("scope") or "").lower()
    if value in ("row", "col"):
        return Answer.MEETS
    return Answer.A_PERSON_MUST_LOOK if value in ("rowgroup", "colgroup") else Answer.FAILS


RULE = Rule(
    fails=("5.7.2",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: f"La portée de l’en-tête, {quote(node.get('scope') or '')}, n’existe pas.",
    review_message="Cet en-tête s’applique à un groupe de lignes ou de colonnes.",
    fix='Écrivez scope="col" pour un en-tête de colonne, scope="row" pour un en-tête de ligne.',
)
