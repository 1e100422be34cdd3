"""11.10.1 to 11.10.7, 11.11.1, 11.11.2, 11.12.1, 11.12.2 and 11.3.1: what a form says before and after a mistake.

Marks of what is required, hints of format, messages of error, and what may be undone are known by filling the form in,
once empty, once wrongly, once rightly: one look at the whole form settles them all. Tests about formats concern what is
typed, those about marked or invalid fields such fields only, and a form that only searches is left aside unless it
requires something.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.10.1
"""

from accessibility.page.forms import fields_of_form, forms, is_required, is_search, type_of
from accessibility.page.model import Node, Page
from accessibility.rules.base import Rule, a_person_must_look

_TICKED = ("checkbox", "radio", "switch", "range", "color", "select")


def _applicability(page: Page) -> list[Node]:
    return [
        form if form.is_element else fields[0]
        for form, fields in forms(page).items()
        if not is_search(form, fields) or any(map(is_required, fields))
    ]


def _tests(node: Node) -> tuple[str, ...]:
    fields = fields_of_form(node) if node.tag == "form" else [node]
    found = ["11.10.3", "11.11.1", "11.11.2", "11.12.1", "11.12.2"]
    if len(fields) > 1:
        found += ["11.3.1", "11.10.1"]
        if any(map(is_required, fields)):
            found.append("11.10.2")
    if any(type_of(field) not in _TICKED for field in fields):
        found += ["11.10.5", "11.10.6"]
    if any((field.get("aria-invalid") or "").lower() == "true" for field in fields):
        found += ["11.10.4", "11.10.7"]
    return tuple(found)


def _question(node: Node, page: Page) -> str:
    fields = fields_of_form(node) if node.tag == "form" else []
    required = sum(map(is_required, fields))
    count = f"{len(fields)}\u00a0champs, dont {required} obligatoires pour le navigateur" if fields else "champ isolé"
    return (
        f"Envoyez ce formulaire ({count}) vide, puis avec une erreur, puis bien rempli\u00a0: vérifiez que ce qui est "
        f"obligatoire et le format attendu se voient avant l’envoi, que chaque erreur nomme son champ et aide à la "
        f"corriger, et qu’une saisie qui engage peut être vérifiée, confirmée ou annulée."
    )


RULE = Rule(
    asks=(
        *("11.10.1", "11.10.2", "11.10.3", "11.10.4", "11.10.5", "11.10.6", "11.10.7"),
        *("11.11.1", "11.11.2", "11.12.1", "11.12.2", "11.3.1"),
    ),
    tests_of=_tests,
    applicability=_applicability,
    expectation=a_person_must_look,
    message=_question,
    fix=(
        "Dites avant la saisie ce qui est obligatoire et le format attendu, et nommez le champ dans l’erreur, par "
        "exemple «\u00a0Date de naissance\u00a0: écrivez-la sous la forme 31/12/1990\u00a0»."
    ),
)
