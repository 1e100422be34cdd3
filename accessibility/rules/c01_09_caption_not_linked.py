"""1.9.1 to 1.9.5: a caption is tied to its image.

Where an image has its caption in a `figcaption`, the test asks the `figure` for `role="figure"` or `group` and for an
`aria-label` identical to the caption; `aria-labelledby` does not count (technical note). Missing, they fail. A label
that differs from the caption by its words fails; by signs or spaces only, or where one holds the other, it takes a
person. A figure without image (a table, a quotation, a video) or whose caption is empty is not concerned.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.9.1
"""

from accessibility.page.images import every_test, images, tests_of_image
from accessibility.page.model import Node, Page
from accessibility.page.names import content_name
from accessibility.page.scope import shown
from accessibility.page.text import is_blank, quote, words
from accessibility.rules.base import Answer, Rule


def _caption(node: Node, page: Page) -> str:
    figure = node.closest("figure")
    captions = (child for child in figure.find("figcaption") if child.closest("figure") is figure) if figure else ()
    caption = next(captions, None)
    return content_name(caption, page).text if caption and node.closest("figcaption") is None else ""


def _applicability(page: Page) -> list[Node]:
    by_figure: dict[int, Node] = {}
    for node in shown(images(page)):
        figure = node.closest("figure")
        if figure is not None and node.tag != "area" and not is_blank(_caption(node, page)):
            by_figure.setdefault(figure.index, node)
    return list(by_figure.values())


def _expectation(node: Node, page: Page) -> Answer:
    figure = node.closest("figure")
    label = (figure.get("aria-label") or "") if figure else ""
    if figure is None or figure.explicit_role not in ("figure", "group") or is_blank(label):
        return Answer.FAILS
    said, seen = words(label), words(_caption(node, page))
    if said == seen:
        return Answer.MEETS
    one_holds_the_other = "".join(said) in "".join(seen) or "".join(seen) in "".join(said)
    return Answer.A_PERSON_MUST_LOOK if one_holds_the_other else Answer.FAILS


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
        f"L’attribut aria-label de la figure n’est pas exactement sa légende, {quote(_caption(node, page))}."
    ),
    fix='Écrivez par exemple <figure role="figure" aria-label="Le marché">, puis <figcaption>Le marché</figcaption>.',
)
