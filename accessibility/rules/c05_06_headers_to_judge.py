"""5.1.1: a complex table has a summary; 5.6: the headers of a data table are declared; 5.7: its cells are tied to them.

One look at the table and at its declared headers settles these criteria: whether each cell that heads others is
declared, whether it heads the whole row or column, how its cells are tied to it, and whether a header that is not
declared, or that heads a part of a row or a column, makes the table complex.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#5.6.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.tables import data_tables, headers
from accessibility.page.text import quote, squash
from accessibility.rules.base import Rule, a_person_must_look

_MOST_HEADERS = 8


def _tests(table: Node) -> tuple[str, ...]:
    found = headers(table)
    natives = [header for header in found if header.tag == "th"]
    tests = ("5.1.1", "5.6.1", "5.6.2", "5.6.3", "5.6.4")
    tests += ("5.7.1", "5.7.3") if natives else ()
    tests += ("5.7.2",) if any(header.has("scope") for header in natives) else ()
    tests += ("5.7.4",)
    tests += ("5.7.5",) if any(header.explicit_role in ("rowheader", "columnheader") for header in found) else ()
    return tests


def _said(header: Node) -> str:
    scope = (header.get("scope") or "").lower()
    kind = {"col": " (colonne)", "row": " (ligne)"}.get(scope, "")
    return f"{quote(squash(header.raw_text), 40)}{kind}"


def _review_message(table: Node, page: Page) -> str:
    found = headers(table)
    listed = ", ".join(map(_said, found[:_MOST_HEADERS]))
    more = f" et {len(found) - _MOST_HEADERS} autres" if len(found) > _MOST_HEADERS else ""
    return (
        "Vérifiez que chaque cellule qui sert d’en-tête est déclarée comme telle, et que les autres sont reliées au "
        "bon en-tête\u00a0; si un en-tête ne vaut que pour une partie d’une ligne ou d’une colonne, un résumé doit "
        f"l’expliquer. En-têtes déclarés\u00a0: {listed}{more}."
    )


RULE = Rule(
    asks=("5.1.1", "5.6.1", "5.6.2", "5.6.3", "5.6.4", "5.7.1", "5.7.2", "5.7.3", "5.7.4", "5.7.5"),
    tests_of=_tests,
    applicability=lambda page: [table for table in data_tables(page) if headers(table)],
    expectation=a_person_must_look,
    message="",
    review_message=_review_message,
    fix='Déclarez les en-têtes, par exemple <th scope="col"> pour une colonne et <th scope="row"> pour une ligne.',
)
