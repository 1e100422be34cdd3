"""5.4.1 and 5.5.1: the title of a data table is associated with it, and relevant.

The glossary counts `caption`, an ARIA label and `title` as associated. Whether the title tells what the table holds
takes a person; so does whether a text near a table without title serves as one. A caption alone is well associated.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#5.4.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.tables import data_tables, headers, own_elements, title_of_table
from accessibility.page.text import quote, squash
from accessibility.rules.base import Rule, a_person_must_look


def _tests(table: Node) -> tuple[str, ...]:
    captions = own_elements(table, "caption")
    if any(squash(caption.raw_text) for caption in captions):
        return ("5.5.1",)
    labelled = captions or any(table.has(name) for name in ("aria-label", "aria-labelledby", "title"))
    return ("5.4.1", "5.5.1") if labelled else ("5.4.1",)


def _review_message(table: Node, page: Page) -> str:
    title = title_of_table(table, page)
    if title:
        return f"Vérifiez que le titre du tableau, {quote(title)}, dit ce qu’il contient."
    if own_elements(table, "caption"):
        return "Le titre (caption) de ce tableau est vide\u00a0: vérifiez si un texte voisin en tient lieu."
    return "Ce tableau n’a pas de titre dans le code\u00a0: vérifiez qu’aucun texte voisin n’en tient lieu."


RULE = Rule(
    asks=("5.4.1", "5.5.1"),
    tests_of=_tests,
    applicability=lambda page: [
        table for table in data_tables(page) if headers(table) or title_of_table(table, page) or _has_caption(table)
    ],
    expectation=a_person_must_look,
    message="",
    review_message=_review_message,
    fix="Écrivez le titre dans le tableau, par exemple <caption>Tarifs de la cantine</caption>.",
)


def _has_caption(table: Node) -> bool:
    return bool(own_elements(table, "caption"))
