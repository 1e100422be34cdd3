"""8.7.1: each change of language is indicated.

A whole passage, long enough to be neither a name nor a borrowed word, is in another language than the one that the
page declares for it, while other passages of the page are in the declared one. A quotation of several works, a list
of names or titles takes a person: only prose that ends as a sentence does is judged.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.7.1
"""

from accessibility.page.detected_language import is_prose, language_of, lead_over, letters_in
from accessibility.page.language_names import in_french_name
from accessibility.page.model import Node, Page
from accessibility.page.once import once_a_node, once_a_page
from accessibility.page.passages import Passage, passages
from accessibility.page.text import quote, words
from accessibility.rules.base import Answer, Rule

_FEWEST_LETTERS = 80
_FEWEST_WORDS = 15
_CERTAIN = 80.0
_END_OF_SENTENCE = tuple(".!?…。")


@once_a_page
def _long_passages(page: Page) -> dict[Node, list[Passage]]:
    """The passages that may be judged, by the block that holds them."""
    found: dict[Node, list[Passage]] = {}
    for passage in passages(page):
        long = letters_in(passage.text) >= _FEWEST_LETTERS and len(words(passage.text)) >= _FEWEST_WORDS
        if passage.language and long:
            found.setdefault(passage.block, []).append(passage)
    return found


@once_a_node
def _of(node: Node, page: Page) -> Passage:
    return max(_long_passages(page)[node], key=lambda passage: lead_over(passage.language, passage.text))


def _expectation(node: Node, page: Page) -> Answer:
    passage = _of(node, page)
    if passage.declared_by is not page.root or lead_over(passage.language, passage.text) < _CERTAIN:
        return Answer.MEETS
    others = (p for p in passages(page) if p.declared_by is page.root and is_prose(p.text))
    page_is_well_declared = any(language_of(other.text) == other.language for other in others)
    is_a_sentence = passage.text.rstrip("»”\"') \u00a0").endswith(_END_OF_SENTENCE)
    return Answer.FAILS if page_is_well_declared and is_a_sentence else Answer.A_PERSON_MUST_LOOK


def _message(node: Node, page: Page) -> str:
    text = _of(node, page).text
    return (
        f"Le passage {quote(text)} semble être {in_french_name(language_of(text))}, et la page ne l’indique "
        "pas\u00a0: une synthèse vocale le prononcera mal."
    )


RULE = Rule(
    fails=("8.7.1",),
    applicability=_long_passages,
    expectation=_expectation,
    styles_matter=True,
    message=_message,
    fix='Indiquez la langue du passage, par exemple avec l’attribut lang="en" pour un texte en anglais.',
)
