"""7.2.1: what replaces a script gives access to similar contents and functions.

What `noscript` holds is shown in place of a script: a person compares the two. A picture or a frame that only counts
visits replaces nothing.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#7.2.1
"""

import re

from accessibility.page.model import Node
from accessibility.page.text import has_words, quote
from accessibility.rules.base import Rule, a_person_must_look

_TAG = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]*>", re.IGNORECASE | re.DOTALL)


def _words(node: Node) -> str:
    return _TAG.sub(" ", node.raw_text)


RULE = Rule(
    asks=("7.2.1",),
    applicability=lambda page: [node for node in page.select("noscript") if has_words(_words(node))],
    expectation=a_person_must_look,
    message=lambda node, page: (
        f"Sans script, la page montre {quote(_words(node))}\u00a0: vérifiez que l’on y trouve ce que le script apporte."
    ),
    fix="Donnez accès au même contenu sans script, par exemple par un lien vers une page qui le contient.",
)
