"""13.6.1: what explains a cryptic content is relevant.

A `title` that is made of punctuation, of the same signs again or of a bare word for an image gives no meaning to an
emoticon or a drawing. The test admits an explanation beside it too: it fails where the page, main content or
article says nothing else; elsewhere a person reads the words beside.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#13.6.1
"""

from accessibility.page.alternatives import is_placeholder
from accessibility.page.cryptic import cryptic_contents, holds_a_word, stands_alone
from accessibility.page.model import Node, Page
from accessibility.page.scope import exposed
from accessibility.page.text import is_blank, is_only_punctuation, quote, squash
from accessibility.rules.base import Answer, Rule


def _title(node: Node) -> str:
    return squash(node.get("title") or "")


def _expectation(node: Node, page: Page) -> Answer:
    title = _title(node)
    if not (is_only_punctuation(title) or is_placeholder(title) or title == squash(node.raw_text)):
        return Answer.MEETS
    named = any(node.has(name) for name in ("aria-label", "aria-labelledby", "aria-describedby"))
    alone = stands_alone(node) and not holds_a_word(node) and not named
    return Answer.FAILS if alone else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    fails=("13.6.1",),
    applicability=lambda page: [node for node in exposed(cryptic_contents(page)) if not is_blank(_title(node))],
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: f"L’explication de ces signes, {quote(_title(node))}, n’en donne pas le sens.",
    review_message=lambda node, page: (
        f"Le title {quote(_title(node))} n’explique pas ces signes\u00a0: vérifiez que les mots voisins le font."
    ),
    fix='Écrivez dans le title ce que les signes veulent dire, par exemple <span title="sourire">:-)</span>.',
)
