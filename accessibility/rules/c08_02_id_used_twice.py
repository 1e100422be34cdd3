"""8.2.1: ids are unique in the page.

Exact in the generated document: ids are compared within one document or one shadow tree, templates left out, hidden
elements included, since labels, anchors and ARIA references resolve to the first of them whatever it shows.
The finding is on each element after the first.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.2.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.scope import in_generated_code
from accessibility.page.text import quote
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    return Answer.MEETS if page.by_id(node.get("id") or "", node) is node else Answer.FAILS


RULE = Rule(
    fails=("8.2.1",),
    applicability=lambda page: [node for node in in_generated_code(page.with_attribute("id")) if node.get("id")],
    expectation=_expectation,
    message=lambda node, page: (
        f"L’identifiant {quote(node.get('id') or '')} est déjà porté par un autre élément de la page."
    ),
    fix="Donnez à chaque élément un attribut id différent, ou supprimez celui qui ne sert pas.",
)
