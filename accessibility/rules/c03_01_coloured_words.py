"""3.1.1: a word or a passage whose colour has a meaning gives this information otherwise too.

A passage within a sentence whose colour alone sets it apart (same weight, same slant, no line, no background, no
border) may mean something by it: a person reads one of each look. Links are a matter of 10.6.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#3.1.1
"""

from accessibility.page.distinction import is_told_by_colour_alone, one_of_each_look, within_a_sentence
from accessibility.page.model import Node, Page
from accessibility.page.text import quote
from accessibility.rules.base import Rule, a_person_must_look

_PASSAGES = ("span", "font", "em", "strong", "b", "i", "mark", "small", "label", "abbr", "code", "time")


def _applicability(page: Page) -> list[Node]:
    return one_of_each_look(
        node
        for node in page.select(*_PASSAGES)
        if not node.is_hidden
        and node.closest("a", "button", "pre") is None
        and is_told_by_colour_alone(node)
        and within_a_sentence(node)
    )


RULE = Rule(
    asks=("3.1.1",),
    applicability=_applicability,
    expectation=a_person_must_look,
    needs_rendering=True,
    message=lambda node, page: (
        f"Seule sa couleur distingue {quote(node.raw_text)}\u00a0: si elle a un sens, vérifiez qu’un mot le dit aussi."
    ),
    fix="Dites-le aussi en toutes lettres, par exemple «\u00a0complet\u00a0» après la date écrite en rouge.",
)
