"""10.11.1: at 320 CSS pixels, a content is read without scrolling sideways.

The window was narrowed to 320 pixels. A text in the flow of the page that still begins or goes on beyond it, while the
page is wider than the window, needs a sideways scroll. Left out: what needs two dimensions (tables, code, figures,
toolbars) and what has its own scroll bar. A person looks at what is laid over the page and at a single long word.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.11.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.strained_layout import elements_with_text
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    loss = page.strained.narrow.get(node)
    if loss is None:
        return Answer.MEETS
    return Answer.FAILS if loss.certain else Answer.A_PERSON_MUST_LOOK


def _text(node: Node, page: Page) -> str:
    return page.strained.narrow[node].text


RULE = Rule(
    fails=("10.11.1",),
    applicability=lambda page: elements_with_text(page) if page.strained else [],
    expectation=_expectation,
    needs_rendering=True,
    reads="strained",
    message=lambda node, page: (
        "Dans une fenêtre de 320\u00a0px de large, il faut défiler horizontalement pour lire ce contenu, par exemple "
        f"«\u00a0{_text(node, page)}\u00a0»."
    ),
    review_message=lambda node, page: (
        "Dans une fenêtre de 320\u00a0px de large, ce contenu dépasse à droite, par exemple "
        f"«\u00a0{_text(node, page)}\u00a0»\u00a0: vérifiez qu’on le lit sans défilement horizontal."
    ),
    fix="Remplacez la largeur fixe par une largeur maximale (max-width: 60rem) et laissez les colonnes passer l’une "
    "sous l’autre (flex-wrap: wrap).",
)
