"""3.1.2: a text that points at something by its colour points at it otherwise too.

The passages that name the colour of a button, a field, a line… are found; whether a name, a number or a place says the
same, a person sees.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#3.1.2
"""

from accessibility.page.indications import by_colour
from accessibility.page.model import Node, Page
from accessibility.page.text import quote
from accessibility.page.text_blocks import text_blocks
from accessibility.rules.base import Rule, a_person_must_look


def _question(node: Node, page: Page) -> str:
    passage = by_colour(text_blocks(page)[node])
    return f"Vérifiez que ce que désigne {quote(passage)} peut aussi se trouver sans voir la couleur."


RULE = Rule(
    asks=("3.1.2",),
    applicability=lambda page: [block for block, text in text_blocks(page).items() if by_colour(text)],
    expectation=a_person_must_look,
    message=_question,
    fix="Nommez aussi ce qui est désigné, par exemple «\u00a0le bouton vert Envoyer\u00a0».",
)
