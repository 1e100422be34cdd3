"""8.10.1: a text read in another direction than that of the page is in an element with `dir`.

The glossary: without `dir` on or around a text, its direction is left to right. A text whose letters are Arabic,
Hebrew or of another script read from right to left needs `dir` around it: certain when most of its letters are of such
a script. Conversely, where `dir="rtl"` is around a text of which no letter is of such a script, a person decides.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.10.1
"""

from accessibility.page.direction import direction_around, is_mostly_right_to_left, right_to_left_letters
from accessibility.page.language import perceived_texts
from accessibility.page.model import Node, Page
from accessibility.page.text import quote, words
from accessibility.rules.base import Answer, Rule

_SHORTEST = 3


def _applicability(page: Page) -> list[Node]:
    """The elements with a text of their own that holds such letters, or that is in a zone read from right to left."""
    found = [
        text.parent
        for text in perceived_texts(page)
        if text.parent and (right_to_left_letters(text.text) or direction_around(text) == "rtl")
    ]
    return list(dict.fromkeys(found))


def _own_text(node: Node) -> str:
    return " ".join(child.text for child in node.children if child.tag == "#text")


def _expectation(node: Node, page: Page) -> Answer:
    text, direction = _own_text(node), direction_around(node, itself=True)
    letters = right_to_left_letters(text)
    if direction == "rtl":
        return Answer.MEETS if letters or len(words(text)) < _SHORTEST else Answer.A_PERSON_MUST_LOOK
    if direction == "auto":
        return Answer.A_PERSON_MUST_LOOK
    if letters >= _SHORTEST and is_mostly_right_to_left(text):
        return Answer.FAILS if not direction else Answer.A_PERSON_MUST_LOOK
    return Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    fails=("8.10.1",),
    styles_matter=True,
    applicability=_applicability,
    expectation=_expectation,
    message=lambda node, page: (
        f"Le texte {quote(_own_text(node))} se lit de droite à gauche, et rien ne l’indique\u00a0: sa ponctuation et "
        "ses nombres seront mal placés."
    ),
    review_message=lambda node, page: (
        f"Vérifiez que le sens de lecture indiqué autour de {quote(_own_text(node))} est bien le sien."
    ),
    fix='Ajoutez dir="rtl" à l’élément qui contient le texte, par exemple <p lang="ar" dir="rtl">.',
)
