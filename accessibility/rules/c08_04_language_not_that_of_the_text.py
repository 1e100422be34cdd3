"""8.4.1: the code of the page's default language is relevant.

The text that inherits the language of `html` is taken together. It fails when it is long, when another language leads
the declared one by far, and when not one passage of it may be in the declared language. It passes when it is long, and
its language, under a code of two letters with a region or a script at most, leads every other by far. Else a person
decides: the glossary leaves what follows the first hyphen to the author.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.4.1
"""

import re

from accessibility.page.detected_language import language_of, lead_over, letters_in, margin_of, may_be_in
from accessibility.page.language import declared_language
from accessibility.page.language_names import french_name, in_french_name
from accessibility.page.model import Node, Page
from accessibility.page.once import once_a_node
from accessibility.page.passages import Passage, passages
from accessibility.page.scope import roots
from accessibility.page.sight import Sight
from accessibility.page.text import quote
from accessibility.rules.base import Answer, Rule

_FEWEST_LETTERS = 100
_CERTAIN = 80.0
_PLAIN_CODE = re.compile(r"[a-z]{2}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?", re.IGNORECASE)


@once_a_node
def _inherited(root: Node, page: Page) -> list[Passage]:
    return [passage for passage in passages(page) if passage.declared_by is root]


@once_a_node
def _text(root: Node, page: Page) -> str:
    return " ".join(passage.text for passage in _inherited(root, page))


def _expectation(root: Node, page: Page) -> Answer:
    inherited = _inherited(root, page)
    text = _text(root, page)
    if letters_in(text) < _FEWEST_LETTERS:
        return Answer.A_PERSON_MUST_LOOK
    if lead_over(inherited[0].language, text) < _CERTAIN:
        return Answer.MEETS if _is_confirmed(root, inherited[0].language, text) else Answer.A_PERSON_MUST_LOOK
    if any(may_be_in(passage.language, passage.text) for passage in inherited):
        return Answer.A_PERSON_MUST_LOOK
    return Answer.FAILS


def _is_confirmed(root: Node, language: str, text: str) -> bool:
    codes = {code for name in ("lang", "xml:lang") if (code := (root.get(name) or "").strip().lower())}
    return len(codes) == 1 and _PLAIN_CODE.fullmatch(*codes) is not None and margin_of(language, text) >= _CERTAIN


def _review_message(root: Node, page: Page) -> str:
    return (
        f"Vérifiez que la langue indiquée pour la page, {quote(declared_language(root))}, est bien celle de son texte."
    )


def _message(root: Node, page: Page) -> str:
    declared = _inherited(root, page)[0].language
    return (
        f"La page se déclare écrite dans une autre langue que la sienne\u00a0: {french_name(declared)}, "
        f"alors que le texte semble être {in_french_name(language_of(_text(root, page)))}."
    )


RULE = Rule(
    act=("ucwvc8",),
    decides=("8.4.1",),
    sight=Sight.DOCUMENT,
    applicability=lambda page: [root for root in roots(page) if declared_language(root)],
    expectation=_expectation,
    styles_matter=True,
    message=_message,
    review_message=_review_message,
    fix='Corrigez l’attribut lang de la balise <html>, par exemple <html lang="fr">.',
)
