"""5.5.1: the title of a data table is relevant.

The RGAA takes `aria-labelledby`, `aria-label` and `title` for titles, as it does `caption`. The one that names the
table, the first of them in this order, does not tell what the table holds when it is only punctuation. Captions have
their own rule; texts of the page that ARIA designates are left to a person, who sees them.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#5.5.1
"""

from accessibility.page.model import Node
from accessibility.page.names import labelling_text
from accessibility.page.tables import data_tables, own_elements
from accessibility.page.text import is_blank, is_only_punctuation, quote
from accessibility.rules.base import Answer, Rule


def _given(table: Node) -> str:
    """The title that an attribute gives: `aria-label`, or `title` when no caption comes first."""
    label = table.get("aria-label") or ""
    if not is_blank(label):
        return label
    title = table.get("title") or ""
    return "" if is_blank(title) or own_elements(table, "caption") else title


RULE = Rule(
    fails=("5.5.1",),
    applicability=lambda page: [t for t in data_tables(page) if _given(t) and not labelling_text(t, page)],
    expectation=lambda node, page: Answer.FAILS if is_only_punctuation(_given(node)) else Answer.MEETS,
    styles_matter=True,
    message=lambda node, page: f"Le titre du tableau n’est que de la ponctuation\u00a0: {quote(_given(node))}.",
    fix="Donnez au tableau une légende (<caption>) qui dit ce qu’il contient, par exemple les tarifs de la cantine.",
)
