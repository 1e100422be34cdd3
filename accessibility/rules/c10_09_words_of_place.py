"""10.9.1 and 10.10.1: a text does not point at something by shape, size or place alone.

The passages that tell of the shape, the size or the place of a part of the page are found; whether what completes
them is there, and relevant, a person sees.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.9.1
"""

from accessibility.page.indications import by_shape_or_place
from accessibility.page.model import Node, Page
from accessibility.page.text import quote
from accessibility.page.text_blocks import text_blocks
from accessibility.rules.base import Rule, a_person_must_look


def _question(node: Node, page: Page) -> str:
    passage = by_shape_or_place(text_blocks(page)[node])
    return f"Vérifiez que ce que désigne {quote(passage)} peut se trouver sans voir la page."


RULE = Rule(
    asks=("10.9.1", "10.10.1"),
    applicability=lambda page: [block for block, text in text_blocks(page).items() if by_shape_or_place(text)],
    expectation=a_person_must_look,
    message=_question,
    fix="Nommez aussi ce qui est désigné, par exemple «\u00a0le menu Démarches, à droite\u00a0».",
)
