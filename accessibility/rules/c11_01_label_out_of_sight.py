"""11.1.3: a field whose label is not seen has a title, or a text beside it that is, to tell what to enter.

A field labelled by `aria-label` alone, without title or example, with no text, no image and no button anywhere near
it on the screen, shows nothing to who sees it. A text that is hidden now may appear with the focus, and a script may
write one: such fields are left to the person who looks at their label.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.1.3
"""

from accessibility.page.forms import form_of, labels_of, native_fields, type_of
from accessibility.page.model import TEXT, Node, Page
from accessibility.page.once import once_a_page
from accessibility.page.sight import has_scripts
from accessibility.page.text import has_words, is_blank
from accessibility.rules.base import Answer, Rule

_TYPED = frozenset("text email tel url password number search date month week time datetime-local textarea".split())
_PICTURES = frozenset("img svg canvas button object video iframe i".split())
_REACH = 250
"""CSS pixels around the field within which anything may stand for its label."""


def _applicability(page: Page) -> list[Node]:
    if has_scripts(page):
        return []
    return [n for n in native_fields(page) if type_of(n) in _TYPED and set(labels_of(n, page)) == {"aria-label"}]


@once_a_page
def _what_tells(page: Page) -> list[Node]:
    return [node for node in page.nodes if node.is_element and node.rendered and node.tag != "body" and _tells(node)]


def _tells(node: Node) -> bool:
    if node.tag in _PICTURES or {"background-image", "::drawn"} & set(node.styles):
        return True
    return any(child.tag == TEXT and not is_blank(child.text) for child in node.children) and node.tag != "textarea"


def _is_near(node: Node, field: Node) -> bool:
    x, y, width, height = node.rectangle or (0, 0, 0, 0)
    left, top, across, down = field.rectangle or (0, 0, 0, 0)
    apart = max(left - (x + width), x - (left + across)), max(top - (y + height), y - (top + down))
    return max(apart) < _REACH


def _may_show_itself(field: Node) -> bool:
    """Some hidden text of the form may come with the focus."""
    return any(
        node.tag == TEXT and has_words(node.text) and node.parent.is_hidden for node in form_of(field).descendants()
    )


def _expectation(node: Node, page: Page) -> Answer:
    if any(not is_blank(node.get(name) or "") for name in ("placeholder", "value", "aria-describedby", "list")):
        return Answer.MEETS
    if "background-image" in node.styles or _may_show_itself(node):
        return Answer.MEETS
    return (
        Answer.MEETS if any(_is_near(other, node) for other in _what_tells(page) if other is not node) else Answer.FAILS
    )


RULE = Rule(
    fails=("11.1.3",),
    applicability=_applicability,
    expectation=_expectation,
    needs_rendering=True,
    message="Rien de visible ne dit ce qu’il faut saisir dans ce champ\u00a0: son étiquette n’est que dans le code.",
    fix="Affichez une étiquette à côté du champ et reliez-la par <label for>, par exemple «\u00a0Votre commune\u00a0».",
)
