"""11.8.3: the label of a group of options is relevant.

An empty label, or one made of punctuation only (a line of hyphens used as a separator), names nothing.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.8.3
"""

from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import in_generated_code
from accessibility.page.text import is_blank, is_only_punctuation
from accessibility.rules.base import Answer, Rule


def _applicability(page: Page) -> list[Node]:
    option_groups = (node for node in page.select("optgroup") if node.namespace == HTML and node.has("label"))
    lists = ((node, node.closest("select")) for node in in_generated_code(option_groups))
    return [node for node, choice in lists if choice is not None and not choice.is_hidden]


def _expectation(node: Node, page: Page) -> Answer:
    label = node.get("label") or ""
    return Answer.FAILS if is_blank(label) or is_only_punctuation(label) else Answer.MEETS


RULE = Rule(
    fails=("11.8.3",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message="Le nom de ce groupe d’options ne dit rien.",
    fix="Écrivez dans l’attribut label ce que les options du groupe ont en commun.",
)
