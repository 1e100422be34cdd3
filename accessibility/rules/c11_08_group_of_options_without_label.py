"""11.8.2: each group of options has a label.

The test asks whether each `optgroup` in a `select` has a `label` attribute, hidden lists included since scripts show
and replace them. An attribute that holds nothing is there without naming anything: a person decides.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.8.2
"""

from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import in_generated_code
from accessibility.page.text import is_blank
from accessibility.rules.base import Answer, Rule


def _applicability(page: Page) -> list[Node]:
    option_groups = (node for node in page.select("optgroup") if node.namespace == HTML)
    return [node for node in in_generated_code(option_groups) if node.closest("select")]


def _expectation(node: Node, page: Page) -> Answer:
    if not is_blank(node.get("label") or ""):
        return Answer.MEETS
    return Answer.A_PERSON_MUST_LOOK if node.has("label") or node.closest("select").is_hidden else Answer.FAILS


RULE = Rule(
    decides=("11.8.2",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message="Ce groupe d’options n’a pas de nom.",
    fix="Ajoutez à la balise <optgroup> un attribut label qui nomme le groupe.",
)
