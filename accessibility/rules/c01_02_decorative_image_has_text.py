"""1.2.3 to 1.2.6: a decorative image gives no text.

An author who writes `aria-hidden="true"` on a drawing, an object, a canvas or an embedded image says that it is
decoration. The tests then forbid what would serve as an alternative: a label, a title, a filled `title` or `desc` in
the drawing, a text inside the object or the canvas. An image with a caption in a `figure` is judged by 1.9. On `img`,
`aria-hidden` alone suffices (1.2.1).
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.2.4
"""

from accessibility.page.images import decoration_test, images
from accessibility.page.model import Node, Page
from accessibility.page.names import labelling_text
from accessibility.page.scope import in_captioned_figure, shown
from accessibility.page.text import is_blank
from accessibility.rules.base import Answer, Rule

_KINDS = ("object", "svg", "canvas", "embed")


def _applicability(page: Page) -> list[Node]:
    hidden = (node for node in images(page) if node.tag in _KINDS and node.get("aria-hidden") == "true")
    return [node for node in shown(hidden) if not in_captioned_figure(node)]


def _expectation(node: Node, page: Page) -> Answer:
    inside = list(node.descendants())
    labels = [element.get("aria-label") or "" for element in (node, *inside)]
    titles = [node.get("title") or ""] if node.tag != "svg" else [n.get("title") or "" for n in (node, *inside)]
    if node.tag == "svg":
        titles += [element.raw_text for element in inside if element.tag in ("title", "desc")]
    if all(map(is_blank, (*labels, *titles, labelling_text(node, page)))):
        inner_text = node.raw_text if node.tag in ("object", "canvas") else ""
        return Answer.MEETS if is_blank(inner_text) else Answer.A_PERSON_MUST_LOOK
    return Answer.FAILS


RULE = Rule(
    fails=("1.2.3", "1.2.4", "1.2.5", "1.2.6"),
    tests_of=decoration_test,
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message="Cette image de décoration, cachée aux technologies d’assistance, porte encore un texte.",
    review_message="Cette image de décoration contient un texte, qui en est peut-être l’alternative.",
    fix=(
        "Supprimez le titre, la description ou l’étiquette de l’image. Si elle apporte une "
        "information, ne la cachez pas."
    ),
)
