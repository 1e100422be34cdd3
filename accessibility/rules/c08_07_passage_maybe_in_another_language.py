"""8.7.1: each change of language is indicated.

A short passage, or words quoted within a sentence, that read more like another language than the one declared for
them: a name, a borrowed word or a title may do so, and a person decides. Passages long enough to be judged have a rule
of their own.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.7.1
"""

import re

from accessibility.page.detected_language import language_of, lead_of_few_words
from accessibility.page.language_names import french_name
from accessibility.page.model import Node, Page
from accessibility.page.once import once_a_page
from accessibility.page.passages import passages
from accessibility.page.text import quote, words
from accessibility.rules.base import Rule, a_person_must_look

_FEWEST_WORDS = 5
_LEAD = 15.0
_FEWEST_QUOTED = 3
_LEAD_OF_QUOTED = 8.0
_QUOTED = re.compile('[«“"]([^«»“”"]{10,300})[»”"]')
_MOST_PASSAGES = 5


@once_a_page
def _doubtful(page: Page) -> dict[Node, str]:
    """The blocks, each with the words that seem to be in another language than the declared one."""
    found: dict[Node, str] = {}
    for passage in passages(page):
        if passage.language and (words_found := _foreign_words(passage.language, passage.text)):
            found.setdefault(passage.block, words_found)
        if len(found) == _MOST_PASSAGES:
            break
    return found


def _foreign_words(declared: str, text: str) -> str:
    if _is_foreign(declared, text, _FEWEST_WORDS, _LEAD):
        return text
    quoted = (match[1] for match in _QUOTED.finditer(text))
    return next((part for part in quoted if _is_foreign(declared, part, _FEWEST_QUOTED, _LEAD_OF_QUOTED)), "")


def _is_foreign(declared: str, text: str, fewest: int, lead: float) -> bool:
    spelled = [word for word in words(text) if word.isalpha()]
    return len(spelled) >= fewest and lead_of_few_words(declared, text) >= lead


def _review_message(node: Node, page: Page) -> str:
    text = _doubtful(page)[node]
    return (
        f"Vérifiez si {quote(text)} est écrit dans une autre langue que celle de la page, peut-être "
        f"{french_name(language_of(text))}\u00a0: si ce n’est pas un nom propre ou un mot passé dans l’usage, il faut "
        "l’indiquer."
    )


RULE = Rule(
    asks=("8.7.1",),
    applicability=lambda page: list(_doubtful(page)),
    expectation=a_person_must_look,
    message="",
    review_message=_review_message,
    fix='Indiquez la langue du passage, par exemple avec l’attribut lang="en" pour un texte en anglais.',
)
