"""9.1.2: the content of each heading is relevant.

A heading that assistive technologies are given and that has nothing to say is announced as a heading of nothing. The
name is computed with images and labels; what may be filled by generated content or an embedded object takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#9.1.2
"""

from accessibility.page.model import HTML, Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.scope import exposed, in_generated_code, is_presentational, keeps_its_role
from accessibility.rules.base import Answer, Rule

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def _applicability(page: Page) -> list[Node]:
    natives = [node for node in page.select(*_HEADINGS) if node.namespace == HTML and _is_heading(node)]
    given = [node for node in page.with_role("heading") if node.tag not in _HEADINGS]
    return exposed(in_generated_code(natives + given))


def _is_heading(node: Node) -> bool:
    return node.explicit_role in ("", "heading") or (is_presentational(node) and keeps_its_role(node))


def _expectation(node: Node, page: Page) -> Answer:
    name = accessible_name(node, page)
    if name.is_certainly_empty:
        return Answer.FAILS
    return Answer.MEETS if name.text else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    act=("ffd0e9",),
    fails=("9.1.2",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message="Ce titre est vide.",
    review_message="Ce titre est peut-être vide.",
    fix="Écrivez un texte dans le titre, ou supprimez-le.",
)
