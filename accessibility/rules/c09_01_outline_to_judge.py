"""9.1.1: the hierarchy of headings is relevant; and 9.1.2: so is the content of each.

Levels may be skipped and a missing `h1` breaks nothing (glossary, « Titre »): only a person tells whether the
hierarchy is coherent. One question per page shows the outline, on its first heading.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#9.1.1
"""

from accessibility.page.headings import headings, level_of
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.scope import exposed
from accessibility.page.text import has_words, quote
from accessibility.rules.base import Rule, a_person_must_look

_MOST_HEADINGS = 20


def _outline(page: Page) -> list[tuple[Node, str]]:
    found = [(node, accessible_name(node, page).text) for node in exposed(headings(page)) if level_of(node)]
    return [(node, text) for node, text in found if has_words(text)]


def _review_message(node: Node, page: Page) -> str:
    outline = _outline(page)
    listed = ", ".join(f"niveau {level_of(heading)} {quote(text, 50)}" for heading, text in outline[:_MOST_HEADINGS])
    more = f" et {len(outline) - _MOST_HEADINGS} autres" if len(outline) > _MOST_HEADINGS else ""
    return (
        f"Vérifiez que chaque titre dit ce que contient sa partie, et que leurs niveaux forment un plan\u00a0: {listed}"
        f"{more}."
    )


RULE = Rule(
    asks=("9.1.1", "9.1.2"),
    applicability=lambda page: [node for node, _ in _outline(page)[:1]],
    expectation=a_person_must_look,
    message="",
    review_message=_review_message,
    fix="Donnez à chaque titre le niveau de sa partie, par exemple <h2> puis <h3> pour ce qui la divise.",
)
