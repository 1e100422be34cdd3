"""10.1.3: spaces neither spread the letters of a word, nor imitate a table or columns.

Letters that spaces set apart, and rows of no-break spaces between words, are found; a person tells a title written
« M A I R I E » from a list of letters.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.1.3
"""

import re

from accessibility.page.model import TEXT, Node
from accessibility.page.text import quote
from accessibility.rules.base import Rule, a_person_must_look

_SPREAD = re.compile(r"(?<![^\W\d_])(?:[^\W\d_][ \u00a0\u2002-\u200a]+){3,}[^\W\d_](?![^\W\d_])")
_WIDE = re.compile(r"\S(?:\u00a0[ \u00a0]*){4,}\S")
_COLUMNS = re.compile(r"\S {3,}\S.*\n.*\S {3,}\S")
_CODE = re.compile(r"[{};=*/<>#\[\]$%@|]")
_NOT_READ = ("script", "style", "template", "noscript", "textarea", "code", "head")


def _passage(node: Node) -> str:
    for child in node.children:
        if child.tag == TEXT:
            match = _SPREAD.search(child.text) or _WIDE.search(child.text)
            if match is None and node.closest("pre") and not _CODE.search(child.text):
                match = _COLUMNS.search(child.text)
            if match and not _is_alphabet(match[0]):
                return match[0]
    return ""


def _is_alphabet(passage: str) -> bool:
    letters = [letter.lower() for letter in passage if letter.isalpha()]
    return letters == sorted(set(letters))


RULE = Rule(
    asks=("10.1.3",),
    applicability=lambda page: [
        node for node in page.elements if not node.is_hidden and _passage(node) and node.closest(*_NOT_READ) is None
    ],
    expectation=a_person_must_look,
    message=lambda node, page: (
        f"Vérifiez que les espaces de {quote(_passage(node))} n’écartent pas des lettres et n’alignent pas du texte."
    ),
    fix="Supprimez ces espaces\u00a0: l’écart entre les lettres et les colonnes se règlent dans la feuille de styles.",
)
