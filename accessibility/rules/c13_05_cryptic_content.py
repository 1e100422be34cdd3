"""13.5.1: a cryptic content (ASCII art, emoticon) has an alternative; 13.6.1: it is right.

Emoticons typed with signs, and blocks of at least three lines made of signs. A `title` or the words around may explain
them: a person reads. Code, and signs that are part of a word, an address or a list, are left out.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#13.5.1
"""

from accessibility.page.cryptic import cryptic_contents, emoticon_of
from accessibility.page.model import Node, Page
from accessibility.page.text import quote
from accessibility.rules.base import Rule, a_person_must_look


def _question(node: Node, page: Page) -> str:
    emoticon = emoticon_of(node)
    what = f"l’émoticône {quote(emoticon)}" if emoticon else "ce dessin fait de signes"
    return f"Vérifiez que {what} est expliqué par un attribut title ou par les mots voisins."


RULE = Rule(
    asks=("13.5.1", "13.6.1"),
    applicability=cryptic_contents,
    expectation=a_person_must_look,
    message=_question,
    fix='Écrivez le sens en toutes lettres, ou <span title="sourire">:-)</span>.',
)
