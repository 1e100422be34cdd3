"""1.9.1 to 1.9.5: a caption is tied to its image.

Where an image has its caption in a `figcaption`, the test asks the `figure` for `role="figure"` or `group` and for an
`aria-label` identical to the caption; `aria-labelledby` does not count (technical note). Missing, they fail. A label
that differs from the caption by its words fails; where one holds the other, it takes a person. A figure that also
holds a text, a table, a quotation or a player may have its caption for that: a person looks. One without image, or
whose caption is empty, is not concerned.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.9.1
"""

from accessibility.page.images import every_test, images, is_too_small_to_see, tests_of_image
from accessibility.page.model import TEXT, Node, Page
from accessibility.page.names import content_name
from accessibility.page.scope import shown
from accessibility.page.text import has_words, is_blank, quote, words
from accessibility.rules.base import Answer, Rule

_OTHER_CONTENTS = frozenset("table pre blockquote video audio iframe ul ol dl math button form".split())


def _caption(node: Node, page: Page) -> str:
    figure = node.closest("figure")
    captions = (child for child in figure.find("figcaption") if child.closest("figure") is figure) if figure else ()
    caption = next(captions, None)
    return content_name(caption, page).text if caption and node.closest("figcaption") is None else ""


def _holds_something_else(figure: Node) -> bool:
    stack = list(figure.children)
    while stack:
        node = stack.pop()
        if node.tag in _OTHER_CONTENTS or (node.tag == TEXT and has_words(node.text)):
            return True
        if node.tag not in ("figcaption", "svg", "object", "canvas", "noscript", "script", "style"):
            stack.extend(node.children)
    return False


def _applicability(page: Page) -> list[Node]:
    by_figure: dict[int, Node] = {}
    for node in shown(images(page)):
        figure = node.closest("figure")
        if (
            figure is not None
            and node.tag != "area"
            and not is_too_small_to_see(node)
            and not is_blank(_caption(node, page))
        ):
            by_figure.setdefault(figure.index, node)
    return list(by_figure.values())


def _expectation(node: Node, page: Page) -> Answer:
    figure = node.closest("figure")
    label = (figure.get("aria-label") or "") if figure else ""
    said, seen = words(label), words(_caption(node, page))
    has_role = figure is not None and figure.explicit_role in ("figure", "group")
    if has_role and said == seen:
        return Answer.MEETS
    if figure is None or _holds_something_else(figure):
        return Answer.A_PERSON_MUST_LOOK
    one_holds_the_other = "".join(said) in "".join(seen) or "".join(seen) in "".join(said)
    return Answer.A_PERSON_MUST_LOOK if has_role and said and one_holds_the_other else Answer.FAILS


RULE = Rule(
    fails=every_test("1.9"),
    tests_of=lambda node: tests_of_image(node, "1.9"),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: (
        f"La légende {quote(_caption(node, page))} n’est pas reliée à son image\u00a0: la balise figure doit porter "
        'role="figure" et un attribut aria-label identique à la légende.'
    ),
    review_message=lambda node, page: (
        f"Vérifiez que la légende {quote(_caption(node, page))} est celle de l’image, et que la balise figure porte "
        'role="figure" et le même texte dans aria-label.'
    ),
    fix='Écrivez par exemple <figure role="figure" aria-label="Le marché">, puis <figcaption>Le marché</figcaption>.',
)
