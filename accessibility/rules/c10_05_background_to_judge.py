"""10.5.2 and 10.5.3: a background declared in CSS goes with a colour of text, an image behind text with a background.

A black text on a painted background may owe its colour to the browser; a picture behind text, on no colour at all, may
be an icon beside it: the style sheet says, and a person reads it. The finding is on the outermost element.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.5.2
"""

from accessibility.page.colours import has_background, has_background_around
from accessibility.page.model import HTML, Node, Page
from accessibility.page.text import has_words
from accessibility.rules.base import Rule, a_person_must_look

_BLACK = "rgb(0, 0, 0)"
_OF_THE_BROWSER = ("button", "input", "select", "textarea", "option", "mark", "meter", "progress", "dialog", "fieldset")


def _is_open(node: Node) -> bool:
    if not node.visible or node.namespace != HTML or node.tag in _OF_THE_BROWSER:
        return False
    return _has_plain_text_on_colour(node) or _has_picture_on_nothing(node)


def _has_plain_text_on_colour(node: Node) -> bool:
    around = (other for other in (node, *node.ancestors()) if other.is_element)
    return has_background(node) and all(other.styles.get("color") == _BLACK for other in around)


def _has_picture_on_nothing(node: Node) -> bool:
    return "url(" in node.styles.get("background-image", "") and not has_background_around(node)


def _applicability(page: Page) -> list[Node]:
    found = {node for node in page.elements if _is_open(node)}
    outermost = (node for node in found if found.isdisjoint(node.ancestors()))
    return sorted((node for node in outermost if has_words(node.raw_text)), key=lambda node: node.index)


RULE = Rule(
    asks=("10.5.2", "10.5.3"),
    tests_of=lambda node: ("10.5.2",) if _has_plain_text_on_colour(node) else ("10.5.3",),
    applicability=_applicability,
    expectation=a_person_must_look,
    needs_rendering=True,
    message=lambda node, page: (
        "Ce fond est réglé par CSS\u00a0: vérifiez que la feuille de styles règle aussi la couleur du texte."
        if _has_plain_text_on_colour(node)
        else "Une image sert de fond\u00a0: si du texte est dessus, une couleur de fond doit la remplacer au besoin."
    ),
    fix="Déclarez ensemble la couleur du texte et celle du fond, par exemple sur la balise <body>.",
)
