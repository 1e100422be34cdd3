"""4.8.1 and 4.8.2: an untimed medium has an alternative; 4.9, 4.12 and 4.13: it is right, and works by keyboard.

What a plug-in, a `canvas` or a drawing with components offers (a map, a game, a slide show) is tried by a person, with
the keyboard and with a screen reader. An image, a sound or a video belongs to other criteria.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#4.8.1
"""

from accessibility.page.media import substitutes_beside, untimed_media
from accessibility.page.model import Node, Page
from accessibility.page.text import is_blank, quote
from accessibility.rules.base import Rule, a_person_must_look


def _question(node: Node, page: Page) -> str:
    question = (
        "Essayez ce contenu au clavier et avec un lecteur d’écran\u00a0; s’il informe, un lien voisin doit mener à une "
        "version accessible"
    )
    if beside := substitutes_beside(node, page):
        return f"{question}. À côté\u00a0: {quote(beside[0])}."
    inside = "" if is_blank(node.raw_text) else f" Entre ses balises\u00a0: {quote(node.raw_text)}."
    return f"{question}.{inside}"


RULE = Rule(
    asks=("4.8.1", "4.8.2", "4.9.1", "4.12.1", "4.12.2", "4.13.1", "4.13.2"),
    applicability=untimed_media,
    expectation=a_person_must_look,
    message=_question,
    fix="Ajoutez juste après un lien clair, par exemple «\u00a0Liste des arrêts\u00a0» à côté d’une carte.",
)
