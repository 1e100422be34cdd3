"""6.1.1 to 6.1.4: a link says what it is for and where it leads, by its name or with its context.

Whether a name is explicit takes a person. One question per kind of link (text, image, composite, SVG) brings the names
together, so that they are read at one go, on the first link of that kind; those that another rule questions are left
to it. Text that the drawing of a link holds and that nobody is given (bare text in an `svg`) is shown too.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#6.1.1
"""

from accessibility.page.links import is_generic, kind_of_link, links_and_areas, name_of_link
from accessibility.page.model import Node, Page
from accessibility.page.once import once_a_page
from accessibility.page.text import (
    DOCUMENT_EXTENSIONS,
    IMAGE_EXTENSIONS,
    has_words,
    is_machine_made_file_name,
    is_only_punctuation,
    quote,
    squash,
)
from accessibility.rules.base import Rule, a_person_must_look

_MOST_NAMES = 12
_KINDS = {"6.1.1": "texte", "6.1.2": "image", "6.1.3": "composés d’une image et d’un texte", "6.1.4": "en SVG"}


def _said(node: Node, page: Page) -> str:
    return name_of_link(node, page).text or squash(node.raw_text)


def _is_open_question(node: Node, page: Page) -> bool:
    text = _said(node, page)
    return has_words(text) and not (
        is_generic(text)
        or is_only_punctuation(text)
        or is_machine_made_file_name(text, IMAGE_EXTENSIONS | DOCUMENT_EXTENSIONS)
    )


@once_a_page
def _by_kind(page: Page) -> dict[tuple[str, ...], list[Node]]:
    found: dict[tuple[str, ...], list[Node]] = {}
    for node in links_and_areas(page):
        given = node.tag == "area" or not node.is_hidden_from_assistive_technology
        if given and _is_open_question(node, page):
            found.setdefault(kind_of_link(node), []).append(node)
    return found


def _review_message(node: Node, page: Page) -> str:
    names = list(dict.fromkeys(_said(other, page) for other in _by_kind(page)[kind_of_link(node)]))
    listed = ", ".join(quote(name, 60) for name in names[:_MOST_NAMES])
    more = f" et {len(names) - _MOST_NAMES} autres" if len(names) > _MOST_NAMES else ""
    return (
        f"Vérifiez que chacun de ces liens {_KINDS[kind_of_link(node)[0]]} dit où il mène, seul ou avec la phrase, "
        f"l’élément de liste, la cellule ou le titre qui le précède\u00a0: {listed}{more}."
    )


RULE = Rule(
    asks=("6.1.1", "6.1.2", "6.1.3", "6.1.4"),
    tests_of=kind_of_link,
    applicability=lambda page: [first for first, *_ in _by_kind(page).values()],
    expectation=a_person_must_look,
    message="",
    review_message=_review_message,
    fix="Réécrivez les intitulés qui ne s’expliquent pas, par exemple «\u00a0Horaires de la piscine\u00a0».",
)
