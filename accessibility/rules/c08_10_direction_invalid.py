"""8.10.2: a change of reading direction has a valid value.

The test allows `rtl` and `ltr`. `auto` is valid HTML but not in the test's list, so that a person decides; anything
else is ignored by browsers and changes nothing.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.10.2
"""

from accessibility.page.model import Node, Page
from accessibility.page.scope import html_elements
from accessibility.page.text import quote
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    value = (node.get("dir") or "").lower()
    if value in ("ltr", "rtl"):
        return Answer.MEETS
    return Answer.A_PERSON_MUST_LOOK if value == "auto" else Answer.FAILS


RULE = Rule(
    fails=("8.10.2",),
    applicability=lambda page: [node for node in html_elements(page) if node.has("dir")],
    expectation=_expectation,
    message=lambda node, page: f"Le sens de lecture {quote(node.get('dir') or '')} n’existe pas.",
    review_message='Le sens de lecture est laissé au navigateur (dir="auto").',
    fix=(
        'Écrivez dir="rtl" pour un texte qui se lit de droite à gauche, dir="ltr" de gauche à '
        "droite, ou supprimez l’attribut."
    ),
)
