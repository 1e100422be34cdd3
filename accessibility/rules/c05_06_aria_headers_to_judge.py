"""5.6.1, 5.6.2 and 5.7.5: the headers of a table made of roles are declared; 5.1.1 and 5.4.1: what else it owes.

The roles `table`, `grid` and `treegrid` make a data table of any element (glossary, « Tableau de données »). A person
looks once at what it shows: which cells head others, whether its title is tied to it, and whether it is complex enough
to owe a summary.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#5.7.5
"""

from accessibility.page.model import Node, Page
from accessibility.page.scope import exposed, in_generated_code
from accessibility.page.text import quote, squash
from accessibility.rules.base import Rule, a_person_must_look

_ROLES = ("table", "grid", "treegrid")
_HEADERS = ("columnheader", "rowheader")
_MOST_HEADERS = 8


def _tables(page: Page) -> list[Node]:
    return exposed(in_generated_code(node for node in page.with_role(*_ROLES) if node.tag != "table"))


def _question(table: Node, page: Page) -> str:
    found = [node for node in table.descendants() if node.is_element and node.explicit_role in _HEADERS]
    listed = ", ".join(quote(squash(node.raw_text), 40) for node in found[:_MOST_HEADERS])
    said = f"En-têtes déclarés\u00a0: {listed}." if listed else "Aucun en-tête n’est déclaré."
    return (
        "Vérifiez que ce tableau a un titre lié à lui, que chaque cellule qui sert d’en-tête a le rôle columnheader ou "
        f"rowheader et, s’il est complexe, qu’un résumé l’explique. {said}"
    )


RULE = Rule(
    asks=("5.1.1", "5.4.1", "5.6.1", "5.6.2", "5.7.5"),
    applicability=_tables,
    expectation=a_person_must_look,
    message=_question,
    fix='Employez plutôt <table>, <caption> et <th>\u00a0; sinon, role="columnheader" et aria-labelledby.',
)
