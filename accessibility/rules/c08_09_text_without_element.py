"""8.9.1: elements keep the meaning that they have: a paragraph is a `p`.

A text that stands straight in a `div` or in the page, out of any element for text (paragraph, item, cell, heading…), is
often a paragraph that only styles or line breaks show. Whether it is one takes a person: one question per page, on the
first such text, with their number.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.9.1
"""

from accessibility.page.model import HTML, Node, Page
from accessibility.page.once import handed_down, once_a_page
from accessibility.page.scope import in_generated_code, shown
from accessibility.page.text import quote, words
from accessibility.page.text_blocks import texts_with_words
from accessibility.rules.base import Rule, a_person_must_look

_FOR_TEXT = frozenset(
    "p li dt dd td th caption figcaption h1 h2 h3 h4 h5 h6 blockquote pre code address legend label button a summary "
    "option textarea output time svg math head script style template noscript nav footer dialog".split()
)
_FEWEST_WORDS = 4


@handed_down
def _is_in_an_element_for_text(node: Node, above: bool | None) -> bool:
    return bool(above) or node.tag in _FOR_TEXT or bool(node.explicit_role)


@once_a_page
def _bare_texts(page: Page) -> list[Node]:
    """The elements on the screen that hold such a text, in document order."""
    bare = (
        text.parent
        for text in texts_with_words(page)
        if len(words(text.text)) >= _FEWEST_WORDS and text.parent is not None and text.parent.namespace == HTML
    )
    outside = (holder for holder in dict.fromkeys(bare) if not _is_in_an_element_for_text(holder))
    return shown(in_generated_code(outside))


def _question(node: Node, page: Page) -> str:
    more = len(_bare_texts(page)) - 1
    others = f" (et {more} autre{'s' if more > 1 else ''} dans la page)" if more else ""
    return (
        f"Vérifiez si ce texte, hors de toute balise de texte, est un paragraphe{others}\u00a0: {quote(node.raw_text)}."
    )


RULE = Rule(
    asks=("8.9.1",),
    applicability=lambda page: _bare_texts(page)[:1],
    expectation=a_person_must_look,
    message=_question,
    fix="Placez chaque paragraphe dans une balise <p>, chaque élément de liste dans <li>.",
)
