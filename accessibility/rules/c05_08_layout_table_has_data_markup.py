"""5.8.1: a layout table uses nothing that belongs to data tables.

A table whose role says that it is layout may hold no caption, header, `thead`, `tfoot`, header role, or filled
summary, nor `scope`, `headers` or `axis` on its cells. Which tables are layout without saying so takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#5.8.1
"""

from accessibility.page.tables import data_markup, layout_tables
from accessibility.rules.base import Answer, Rule

RULE = Rule(
    fails=("5.8.1",),
    applicability=layout_tables,
    expectation=lambda table, page: Answer.FAILS if data_markup(table) else Answer.MEETS,
    styles_matter=True,
    message=lambda table, page: (
        f"Ce tableau de mise en forme utilise un élément de tableau de données\u00a0: {data_markup(table)}."
    ),
    fix="Supprimez cet élément, ou le rôle presentation s’il s’agit d’un tableau de données.",
)
