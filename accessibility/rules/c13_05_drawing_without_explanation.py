"""13.5.1: ASCII art has a `title`, or the words beside it explain it.

A drawing made of characters that is all that its page, main content or article holds has no words beside it. Without
`title`, nor name or description by ARIA, it fails. Words inside the drawing may explain it: a person reads. One that is
kept from assistive technologies is left to the person who looks at what they are not given (10.8).
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#13.5.1
"""

from accessibility.page.cryptic import cryptic_contents, holds_a_word, is_drawing, stands_alone
from accessibility.page.model import Node, Page
from accessibility.page.scope import exposed
from accessibility.page.text import is_blank
from accessibility.rules.base import Answer, Rule

_EXPLAINS = ("title", "aria-label", "aria-labelledby", "aria-describedby", "aria-description", "aria-details")


def _expectation(node: Node, page: Page) -> Answer:
    around = [
        n for n in (node, *node.ancestors(), *node.descendants()) if n.is_element and n.tag not in ("body", "html")
    ]
    if any(not is_blank(n.get(name) or "") for n in around for name in _EXPLAINS):
        return Answer.MEETS
    if not stands_alone(node):
        return Answer.MEETS
    return Answer.A_PERSON_MUST_LOOK if holds_a_word(node) else Answer.FAILS


RULE = Rule(
    fails=("13.5.1",),
    applicability=lambda page: [node for node in exposed(cryptic_contents(page)) if is_drawing(node)],
    expectation=_expectation,
    styles_matter=True,
    message="Rien n’explique ce dessin fait de caractères\u00a0: un lecteur d’écran en lit les signes un à un.",
    review_message="Vérifiez que les mots qui sont dans ce dessin fait de caractères suffisent à l’expliquer.",
    fix='Ajoutez à la balise <pre> un title qui dit ce que montre le dessin, par exemple title="Un chat assis".',
)
