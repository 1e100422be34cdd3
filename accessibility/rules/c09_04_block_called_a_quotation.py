"""9.4.2: a block of quotation is in a `blockquote`.

A block whose class calls it a quotation, that is wholly between quotation marks and that says whose words they are, is
a quotation for its author. Without `blockquote` nor `q`, around it or in it, it fails. Without the name of
anybody, or without quotation marks, a person decides.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#9.4.2
"""

import re

from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import exposed, in_generated_code
from accessibility.page.text import squash, words
from accessibility.rules.base import Answer, Rule

_CALLED = frozenset(("citation", "quote", "quotation", "blockquote", "bloc-citation", "block-quote"))
_QUOTED = re.compile(r"(?:«[^«»]+»|“[^“”]+”)[\s.,]*(.*)", re.DOTALL)
_AUTHOR = re.compile(r"(?:[—–-]\s*)?\(?[A-ZÀ-Þ][\w’'.-]* (?:d[eu]s? |l[ae] )?[A-ZÀ-Þ][\w’'.-]*.{0,60}", re.DOTALL)
_FEWEST_WORDS = 12


def _is_called_a_quotation(node: Node) -> bool:
    return not _CALLED.isdisjoint((node.get("class") or "").lower().split())


def _is_marked(node: Node) -> bool:
    around = (node, *node.ancestors(), *node.descendants())
    return any(n.tag in ("blockquote", "q") or n.explicit_role == "blockquote" for n in around)


def _applicability(page: Page) -> list[Node]:
    blocks = in_generated_code(n for n in page.select("p", "div", "figure") if n.namespace == HTML)
    found = [n for n in exposed(blocks) if _is_called_a_quotation(n) and len(words(n.raw_text)) >= _FEWEST_WORDS]
    return [node for node in found if not any(map(_is_called_a_quotation, node.ancestors()))]


def _expectation(node: Node, page: Page) -> Answer:
    if _is_marked(node):
        return Answer.MEETS
    match = _QUOTED.fullmatch(squash(node.raw_text))
    if match is None or len(words(match[0])) - len(words(match[1])) < _FEWEST_WORDS:
        return Answer.A_PERSON_MUST_LOOK
    return Answer.FAILS if _AUTHOR.fullmatch(squash(match[1])) else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    fails=("9.4.2",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message="Cette citation ne se reconnaît qu’à son apparence\u00a0: aucune balise ne la signale.",
    review_message="Ce bloc a l’air d’une citation\u00a0: si c’en est une, il lui faut la balise <blockquote>.",
    fix="Mettez les paroles citées dans une balise <blockquote>, et le nom de leur auteur juste après.",
)
