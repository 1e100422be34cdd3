"""8.4.1: the code of the page's default language is relevant.

The text that inherits the language of `html` is taken together. It fails when it is long, when another language leads
the declared one by far, and when not one passage of it may be in the declared language. Else a person decides.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.4.1
"""

from accessibility.page.detected_language import language_of, lead_over, letters_in
from accessibility.page.language import declared_language
from accessibility.page.language_names import french_name
from accessibility.page.model import Node, Page
from accessibility.page.passages import Passage, passages
from accessibility.page.scope import roots
from accessibility.page.text import words
from accessibility.rules.base import Answer, Rule

_FEWEST_LETTERS = 100
_CERTAIN = 80.0
_FEWEST_WORDS_OF_A_PASSAGE = 3
_DOUBTFUL = 10.0


def _inherited(root: Node, page: Page) -> list[Passage]:
    return [passage for passage in passages(page) if passage.declared_by is root]


def _text(root: Node, page: Page) -> str:
    return " ".join(passage.text for passage in _inherited(root, page))


def _may_be_in(language: str, passage: Passage) -> bool:
    return len(words(passage.text)) >= _FEWEST_WORDS_OF_A_PASSAGE and (
        language_of(passage.text) == language or 0 < lead_over(language, passage.text) < _DOUBTFUL
    )


def _expectation(root: Node, page: Page) -> Answer:
    inherited = _inherited(root, page)
    text = _text(root, page)
    if letters_in(text) < _FEWEST_LETTERS or lead_over(inherited[0].language, text) < _CERTAIN:
        return Answer.MEETS
    if any(_may_be_in(passage.language, passage) for passage in inherited):
        return Answer.A_PERSON_MUST_LOOK
    return Answer.FAILS


def _message(root: Node, page: Page) -> str:
    declared = _inherited(root, page)[0].language
    return (
        f"La page se déclare écrite dans une autre langue que la sienne\u00a0: {french_name(declared)}, "
        f"alors que le texte semble être dans {french_name(language_of(_text(root, page)))}."
    )


RULE = Rule(
    act=("ucwvc8",),
    fails=("8.4.1",),
    applicability=lambda page: [root for root in roots(page) if declared_language(root)],
    expectation=_expectation,
    styles_matter=True,
    message=_message,
    fix='Corrigez l’attribut lang de la balise <html>, par exemple <html lang="fr">.',
)
