"""11.1.2: the `for` of a label is equal to the `id` of its field.

A visible label whose `for` is the id of nothing in the page labels no field. Which field it was meant for is certain
when it is beside or around one single field that no label designates; otherwise a person decides.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.1.2
"""

from accessibility.page.forms import is_field, labels_for
from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import exposed, in_generated_code
from accessibility.page.text import is_blank, quote
from accessibility.rules.base import Answer, Rule


def _applicability(page: Page) -> list[Node]:
    labels = [node for node in page.select("label") if node.namespace == HTML and node.has("for")]
    return [node for node in exposed(in_generated_code(labels)) if not is_blank(node.raw_text)]


def _expectation(node: Node, page: Page) -> Answer:
    if page.by_id(node.get("for") or "", node) is not None:
        return Answer.MEETS
    around = node.parent if node.parent else node
    fields = [inner for inner in exposed(around.descendants()) if inner.is_element and is_field(inner)]
    return Answer.FAILS if len(fields) == 1 and not labels_for(fields[0], page) else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    fails=("11.1.2",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: (
        f"L’étiquette désigne le champ {quote(node.get('for') or '')}, qui n’existe pas dans la page."
    ),
    fix="Donnez au champ un attribut id, et reprenez sa valeur dans l’attribut for de l’étiquette.",
)
