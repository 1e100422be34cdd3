"""9.4.1: a short quotation is in a `q` element; and 9.4.2: a block of quotation is in a `blockquote`.

Words between quotation marks may be a quotation, a title or irony: a person decides. One question per paragraph, where
five words or more are between quotation marks out of `q` and `blockquote`.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#9.4.1
"""

import re

from accessibility.page.model import Node, Page
from accessibility.page.passages import passages
from accessibility.page.text import quote, words
from accessibility.rules.base import Rule, a_person_must_look

_QUOTED = re.compile("[«“]([^«»“”]{10,})[»”]")
_FEWEST_WORDS = 5


def _quotation(node: Node, page: Page) -> str:
    texts = (passage.text for passage in passages(page) if passage.block is node)
    quoted = (match[1] for text in texts for match in _QUOTED.finditer(text))
    return next((text for text in quoted if len(words(text)) >= _FEWEST_WORDS), "")


def _applicability(page: Page) -> list[Node]:
    candidates = dict.fromkeys(passage.block for passage in passages(page) if _QUOTED.search(passage.text) is not None)
    return [
        block
        for block in candidates
        if _quotation(block, page) and block.closest("q", "blockquote") is None and not any(block.find("q"))
    ]


RULE = Rule(
    asks=("9.4.1", "9.4.2"),
    applicability=_applicability,
    expectation=a_person_must_look,
    message="",
    review_message=lambda node, page: (
        f"Vérifiez si {quote(_quotation(node, page))} est une citation, qu’il faudrait alors baliser comme telle."
    ),
    fix="Mettez une citation courte dans <q>, une citation longue dans <blockquote>.",
)
