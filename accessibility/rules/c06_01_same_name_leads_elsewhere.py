"""6.1.1 to 6.1.4: a link says what it is for and where it leads, by its name or with its context.

Two links of the same name and the same context cannot both say where they lead if they lead to different places.
Two addresses may still lead to the same content, so that a person decides. Links that rules about their name already
question are left to them, and so are two links told apart by their sentence, item, cell or heading.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#6.1.1
"""

from urllib.parse import urljoin

from accessibility.page.links import contexts, is_generic, kind_of_link, links, name_of_link
from accessibility.page.model import Node, Page
from accessibility.page.once import once_a_page
from accessibility.page.scope import exposed, in_main_document
from accessibility.page.text import quote, words
from accessibility.rules.base import Answer, Rule


def _address(node: Node, page: Page) -> str:
    written = (node.get("href") or node.get("xlink:href") or "").strip()
    try:
        return urljoin(page.url, written).rstrip("/")
    except ValueError:
        return written


@once_a_page
def _groups(page: Page) -> dict[Node, Node]:
    """Each link whose name an earlier one bears with another address, and that earlier one."""
    by_name: dict[tuple[str, ...], list[Node]] = {}
    for node in in_main_document(exposed(links(page)), page):
        name = tuple(words(name_of_link(node, page).text))
        if name and not is_generic(" ".join(name)):
            by_name.setdefault(name, []).append(node)
    return {
        node: group[0]
        for group in by_name.values()
        for node in group[1:]
        if _address(node, page) != _address(group[0], page)
    }


def _expectation(node: Node, page: Page) -> Answer:
    same = contexts(node, page) == contexts(_groups(page)[node], page)
    return Answer.A_PERSON_MUST_LOOK if same else Answer.MEETS


def _review_message(node: Node, page: Page) -> str:
    return (
        f"Deux liens se nomment {quote(name_of_link(node, page).text)} dans le même contexte et mènent à deux "
        f"adresses, {quote(_address(_groups(page)[node], page))} et {quote(_address(node, page))}\u00a0: vérifiez "
        "qu’ils mènent au même contenu."
    )


RULE = Rule(
    asks=("6.1.1", "6.1.2", "6.1.3", "6.1.4"),
    tests_of=kind_of_link,
    applicability=lambda page: list(_groups(page)),
    expectation=_expectation,
    message="",
    review_message=_review_message,
    fix="Donnez à chaque lien un intitulé qui le distingue, par exemple «\u00a0Arrêté du 3 mai\u00a0».",
)
