"""2.1.1: each frame has a title.

The test asks for the `title` attribute. A frame without one, or with a blank one, fails unless it is hidden from
assistive technologies (the glossary then calls the criterion not applicable). A frame named by ARIA alone, or
declared without meaning by its role, takes a person; so does one that only a script may show.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#2.1.1
"""

from accessibility.page.frames import frames_that_may_show
from accessibility.page.model import Node, Page
from accessibility.page.names import labelling_text
from accessibility.page.scope import is_presentational
from accessibility.page.text import is_blank
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    if not is_blank(node.get("title") or ""):
        return Answer.MEETS
    if node.is_hidden and node.closest("details") is None:
        return Answer.A_PERSON_MUST_LOOK
    if is_presentational(node) or (node.get("tabindex") or "").strip().startswith("-"):
        return Answer.A_PERSON_MUST_LOOK
    named = not is_blank(node.get("aria-label") or "") or labelling_text(node, page)
    return Answer.A_PERSON_MUST_LOOK if named else Answer.FAILS


RULE = Rule(
    act=("cae760",),
    decides=("2.1.1",),
    applicability=frames_that_may_show,
    expectation=_expectation,
    styles_matter=True,
    message="Ce cadre n’a pas de titre.",
    review_message="Ce cadre n’a pas d’attribut title\u00a0: vérifiez s’il est lu, et sous quel nom.",
    fix="Ajoutez au cadre un attribut title qui dit ce qu’il contient, par exemple «\u00a0Carte des travaux\u00a0».",
)
