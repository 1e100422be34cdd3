"""5.1.1: each complex data table has a summary.

The glossary calls complex a table with headers elsewhere than on its first row and in its first column. A filled header
out of both is certain, whatever it heads. In HTML 5 the only place for a summary is the caption, before it was
`summary`: a table without either has none. A description by ARIA, a `figcaption` or a `details`, which HTML
proposes and the RGAA finds too little supported, takes a person, and so does a table of form fields.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#5.1.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.tables import data_tables, headers_out_of_first_row_and_column, title_of_table
from accessibility.page.text import is_blank
from accessibility.rules.base import Answer, Rule


def _expectation(table: Node, page: Page) -> Answer:
    if title_of_table(table, page) or not is_blank(table.get("summary") or ""):
        return Answer.MEETS
    figure = table.closest("figure")
    described = table.has("aria-describedby") or (figure is not None and any(figure.find("figcaption", "p")))
    fields = any(table.find("input", "select", "textarea"))
    return Answer.A_PERSON_MUST_LOOK if described or fields else Answer.FAILS


RULE = Rule(
    fails=("5.1.1",),
    applicability=lambda page: [t for t in data_tables(page) if headers_out_of_first_row_and_column(t)],
    expectation=_expectation,
    styles_matter=True,
    message=(
        "Ce tableau a des en-têtes ailleurs que sur sa première ligne et dans sa première colonne, et aucun résumé "
        "n’explique comment le lire."
    ),
    review_message="Ce tableau est complexe\u00a0: vérifiez qu’un résumé en explique l’organisation.",
    fix=(
        "Écrivez dans la balise <caption>, après le titre, comment lire le tableau, par exemple «\u00a0Les tarifs sont "
        "donnés par quartier, puis par âge\u00a0», ou faites plusieurs tableaux simples."
    ),
)
