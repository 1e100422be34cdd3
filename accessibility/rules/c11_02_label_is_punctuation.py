"""11.2.1 to 11.2.4: the label of a field says exactly what it is for.

A colon, an asterisk or dots say nothing. Certain where every label that the field is given, by `label`, `title` or
ARIA, is only punctuation; where one of them has words, the questions on labels ask a person. A label that holds more
than text is left to them too.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.2.1
"""

from accessibility.page.forms import labels_for, labels_of, native_fields
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.text import is_only_punctuation, quote
from accessibility.rules.base import Answer, Rule

_TESTS = {"label": "11.2.1", "title": "11.2.2", "aria-label": "11.2.3", "aria-labelledby": "11.2.4"}


def _applicability(page: Page) -> list[Node]:
    return [field for field in native_fields(page) if labels_of(field, page)]


def _expectation(field: Node, page: Page) -> Answer:
    names = [accessible_name(label, page) for label in labels_for(field, page)]
    if not all(map(is_only_punctuation, labels_of(field, page).values())):
        return Answer.MEETS
    more = any(not name.certain or not is_only_punctuation(name.text) for name in names)
    return Answer.A_PERSON_MUST_LOOK if more or _is_inside_a_label(field, page) else Answer.FAILS


def _is_inside_a_label(field: Node, page: Page) -> bool:
    """The label holds the field itself, whose own text is then a part of it."""
    around = field.closest("label")
    return around is not None and any(inner.is_element for inner in around.descendants() if inner is not field)


def _tests(field: Node) -> tuple[str, ...]:
    given = tuple(test for source, test in _TESTS.items() if field.has(source))
    return given or ("11.2.1",)


RULE = Rule(
    fails=("11.2.1", "11.2.2", "11.2.3", "11.2.4"),
    tests_of=_tests,
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: (
        f"L’étiquette de ce champ n’est que de la ponctuation\u00a0: "
        f"{quote(next(iter(labels_of(node, page).values())))}."
    ),
    review_message="Vérifiez que l’étiquette de ce champ, faite de ponctuation, dit ce qu’il attend.",
    fix="Écrivez dans l’étiquette ce qui est demandé, par exemple «\u00a0Nom de famille\u00a0».",
)
