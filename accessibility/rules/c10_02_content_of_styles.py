"""10.2.1: no visible information vanishes with the style sheets.

What style sheets alone put on the screen is known: the words of `::before` and `::after`, and pictures behind an
element that holds no text. Whether they inform, a person sees.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.2.1
"""

from accessibility.page.model import HTML, Node, Page
from accessibility.page.text import has_words, quote
from accessibility.rules.base import Rule, a_person_must_look

_SMALLEST = 16
_NATIVE = ("input", "select", "textarea", "img", "video", "iframe", "html", "body", "hr")


def _words(node: Node) -> str:
    texts = (node.styles.get(name, "") for name in ("::before", "::after"))
    return " ".join(text for text in texts if has_words(text))


def _is_a_picture(node: Node) -> bool:
    if "url(" not in node.styles.get("background-image", "") or has_words(node.raw_text) or node.tag in _NATIVE:
        return False
    _, _, width, height = node.rectangle or (0, 0, 0, 0)
    return width >= _SMALLEST and height >= _SMALLEST and not any(True for _ in node.find("img", "svg", "video"))


def _applicability(page: Page) -> list[Node]:
    """Pictures, and the first of the elements that get the same words."""
    found: dict[str | Node, Node] = {}
    for node in page.elements:
        if node.namespace == HTML and node.visible and (_words(node) or _is_a_picture(node)):
            found.setdefault(_words(node) or node, node)
    return list(found.values())


def _question(node: Node, page: Page) -> str:
    if words := _words(node):
        return f"Le texte {quote(words)} vient de la feuille de styles\u00a0: s’il informe, il doit être dans la page."
    return "Cette image vient de la feuille de styles\u00a0: si elle informe, un texte doit dire la même chose."


RULE = Rule(
    asks=("10.2.1",),
    applicability=_applicability,
    expectation=a_person_must_look,
    needs_rendering=True,
    message=_question,
    fix="Écrivez le texte dans la page, ou placez l’image par une balise <img> avec son alternative.",
)
