"""10.14.1: what style sheets show under the pointer appears also at the focus, at a press, or by another component.

The style sheets are read: a rule with `:hover` shows an element that is not seen now. Without a script on the page,
only another rule (`:focus`, `:focus-within`, `:active`, `:checked`, `:target`) could show it otherwise: without one it
fails. Where a script, or a style sheet that cannot be read, may show it, a person looks.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.14.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.revealed import is_shown_otherwise, shown_on_hover
from accessibility.page.sight import has_scripts
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    if is_shown_otherwise(node, page):
        return Answer.MEETS
    known = page.revealed is not None and page.revealed.whole and not has_scripts(page)
    in_details = node.closest("details", "dialog") is not None or node.has("popover")
    return Answer.FAILS if known and not in_details else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    fails=("10.14.1",),
    applicability=shown_on_hover,
    expectation=_expectation,
    needs_rendering=True,
    message="Ce contenu n’apparaît qu’au survol de la souris\u00a0: au clavier, il reste caché.",
    review_message="Ce contenu apparaît au survol\u00a0: vérifiez qu’il apparaît aussi au focus ou à l’activation.",
    fix="Dans la feuille de styles, prévoyez le focus (:focus-within) comme le survol, ou ouvrez-le par un bouton.",
)
