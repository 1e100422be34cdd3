"""10.9.1: a text does not point at something by shape, size or place alone.

A whole sentence tells the reader to press « le bouton rond » or « le bouton à droite », and says nothing more of it.
The page has several buttons, none is called so, and the words around the sentence in its block name none of them: only
the eye finds the right one. A sentence that says what the button does, or quotes its name, takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.9.1
"""

import re

from accessibility.page.forms import all_buttons
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.scope import exposed
from accessibility.page.text import quote, words
from accessibility.page.text_blocks import text_blocks
from accessibility.rules.base import Answer, Rule

_PRESS = r"(?:cliquez|appuyez|touchez|utilisez|click|press|tap)(?: ensuite| alors| then)? (?:sur |on )?(?:le |the )?"
_SHAPE = r"(?:rond|carré|triangulaire|rectangulaire|ovale|petit|gros|grand)"
_PLACE = r"(?:(?:situé |placé )?(?:tout )?(?:(?:à|de) (?:droite|gauche)|en (?:haut|bas)(?: à (?:droite|gauche))?))"
_SENTENCE = re.compile(
    rf"(?:^|[.!?] +){_PRESS}(?:bouton (?P<look>{_SHAPE}|{_PLACE})|(?P<size>petit|gros|grand) bouton"
    r"|(?P<english>round|square|triangular|big|small|left|right) button)\s*(?:[.!?]|$)",
    re.IGNORECASE,
)
_FEWEST = 2
_SHORTEST = 3


def _buttons(page: Page) -> list[str]:
    shown = exposed(all_buttons(page))
    return [accessible_name(button, page).text or button.get("value") or button.get("alt") or "" for button in shown]


def _look(node: Node, page: Page) -> set[str]:
    """The words of shape, size or place by which the sentence points at a button."""
    match = _SENTENCE.search(text_blocks(page)[node])
    return {word for group in match.groups() if group for word in words(group) if len(word) >= _SHORTEST}


def _expectation(node: Node, page: Page) -> Answer:
    names = _buttons(page)
    if len(names) < _FEWEST:
        return Answer.A_PERSON_MUST_LOOK
    said = {word for word in words(text_blocks(page)[node]) if len(word) >= _SHORTEST}
    if any(not _look(node, page).isdisjoint(words(name)) for name in names):
        return Answer.MEETS
    named = any(not said.isdisjoint(words(name)) or not name for name in names)
    return Answer.A_PERSON_MUST_LOOK if named else Answer.FAILS


RULE = Rule(
    fails=("10.9.1",),
    applicability=lambda page: [block for block, text in text_blocks(page).items() if _SENTENCE.search(text)],
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: (
        f"La phrase {quote(_SENTENCE.search(text_blocks(page)[node])[0].strip(' .!?'))} ne désigne un bouton que par "
        "son apparence ou sa place."
    ),
    review_message="Vérifiez que le bouton que cette phrase désigne peut se trouver sans voir la page.",
    fix="Nommez aussi le bouton, par exemple «\u00a0Cliquez sur le bouton rond Envoyer\u00a0».",
)
