"""5.8.1: a layout table uses nothing that belongs to data tables.

A table whose role says that it is layout may hold no caption, header, `thead`, `tfoot`, header role, or filled
summary, nor `scope`, `headers` or `axis` on its cells. Which tables are layout without saying so takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#5.8.1
"""

from accessibility.page.model import Node
from accessibility.page.tables import layout_tables, own_elements
from accessibility.page.text import is_blank
from accessibility.rules.base import Answer, Rule


def _data_markup(table: Node) -> str:
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


RULE = Rule(
    fails=("5.8.1",),
    applicability=layout_tables,
    expectation=lambda table, page: Answer.FAILS if _data_markup(table) else Answer.MEETS,
    styles_matter=True,
    message=lambda table, page: (
        f"Ce tableau de mise en forme utilise un élément de tableau de données\u00a0: {_data_markup(table)}."
    ),
    fix="Supprimez cet élément, ou le rôle presentation s’il s’agit d’un tableau de données.",
)
