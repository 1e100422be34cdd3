"""13.5.1: a cryptic content (ASCII art, emoticon) has an alternative; 13.6.1: it is right.

Emoticons typed with signs, and blocks of at least three lines made of signs. A `title` or the words around may explain
them: a person reads. Code, and signs that are part of a word, an address or a list, are left out.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#13.5.1
"""

import re

from accessibility.page.model import HTML, TEXT, Node, Page
from accessibility.page.scope import in_generated_code, shown
from accessibility.page.text import quote
from accessibility.rules.base import Rule, a_person_must_look

_EMOTICON = re.compile(
    r"(?<![\w()\[{=&])(?:[:;=]['’]?[-o^]?[)(DPp|*]|[:;]['’]?-[/\\]|\^_?\^|<3|¯\\_\(ツ\)_/¯|[-o]_[-o]|xD|XD)(?![\w/)])"
)
_NOT_PROSE = ("code", "kbd", "samp", "var", "script", "style", "textarea", "math")
_FEWEST_LINES = 3
_FEWEST_SIGNS = 40


def _applicability(page: Page) -> list[Node]:
    texts = (n for n in page.nodes if n.tag == TEXT and n.parent is not None and n.parent.namespace == HTML)
    found = {n.parent: None for n in texts if n.parent and (_EMOTICON.search(n.text) or _is_drawing(n))}
    return [node for node in shown(in_generated_code(found)) if node.closest(*_NOT_PROSE) is None]


def _is_drawing(node: Node) -> bool:
    """Lines kept as they are typed, mostly made of signs."""
    if node.text.count("\n") < _FEWEST_LINES - 1 or node.closest("pre") is None:
        return False
    signs = [character for character in node.text if not character.isspace()]
    letters = sum(character.isalnum() for character in signs)
    return len(signs) >= _FEWEST_SIGNS and letters * 3 < len(signs)


def _question(node: Node, page: Page) -> str:
    emoticon = _EMOTICON.search(" ".join(child.text for child in node.children if child.tag == TEXT))
    what = f"l’émoticône {quote(emoticon[0])}" if emoticon else "ce dessin fait de signes"
    return f"Vérifiez que {what} est expliqué par un attribut title ou par les mots voisins."


RULE = Rule(
    asks=("13.5.1", "13.6.1"),
    applicability=_applicability,
    expectation=a_person_must_look,
    message=_question,
    fix='Écrivez le sens en toutes lettres, ou <span title="sourire">:-)</span>.',
)
