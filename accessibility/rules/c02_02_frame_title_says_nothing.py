"""2.2.1: the title of a frame is relevant.

Certain only when the title cannot name any content: punctuation alone, an address, a file name, or the bare word for
a frame. Any other title takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#2.2.1
"""

import re

from accessibility.page.frames import frames
from accessibility.page.model import Node, Page
from accessibility.page.text import (
    DOCUMENT_EXTENSIONS,
    is_blank,
    is_file_name,
    is_only_punctuation,
    quote,
    squash,
)
from accessibility.rules.base import Answer, Rule

_ADDRESS = re.compile(r"(?:https?:)?//\S+\Z", re.IGNORECASE)
_BARE_WORDS = frozenset(("iframe", "frame", "cadre", "title", "titre", "untitled", "sans titre", "#document"))


def _expectation(node: Node, page: Page) -> Answer:
    title = squash(node.get("title") or "")
    says_nothing = (
        is_only_punctuation(title)
        or bool(_ADDRESS.match(title))
        or is_file_name(title, DOCUMENT_EXTENSIONS)
        or title.casefold() in _BARE_WORDS
    )
    return Answer.FAILS if says_nothing else Answer.MEETS


RULE = Rule(
    fails=("2.2.1",),
    applicability=lambda page: [node for node in frames(page) if not is_blank(node.get("title") or "")],
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: f"Le titre du cadre, {quote(node.get('title') or '')}, ne dit pas ce qu’il contient.",
    fix="Écrivez dans l’attribut title du cadre ce qu’il contient, par exemple «\u00a0Carte des travaux\u00a0».",
)
