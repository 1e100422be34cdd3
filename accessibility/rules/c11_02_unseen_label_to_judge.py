"""11.2.2 to 11.2.4, 11.2.6 and 11.1.3: a label given by an attribute says exactly what the field is for, and is seen.

`title`, `aria-label` and `aria-labelledby` may say anything, and the first two are not on the screen: a person compares
them with what is seen beside the field, a button included.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.2.2
"""

from accessibility.page.forms import labelled_fields, labels_of
from accessibility.page.model import Node, Page
from accessibility.page.text import has_words, is_blank, quote
from accessibility.rules.base import Rule, a_person_must_look

_TESTS = {"title": "11.2.2", "aria-label": "11.2.3", "aria-labelledby": "11.2.4"}


def _given(node: Node, page: Page) -> dict[str, str]:
    labels = labels_of(node, page)
    return {source: labels[source] for source in _TESTS if has_words(labels.get(source, ""))}


def _is_button(node: Node) -> bool:
    return (
        node.tag == "button"
        or node.explicit_role == "button"
        or (node.tag == "input" and node.get("type") in ("submit", "image", "button"))
    )


def _has_button_beside(node: Node) -> bool:
    siblings = node.parent.elements if node.parent else []
    place = siblings.index(node) if node in siblings else -1
    return any(_is_button(other) for other in siblings[max(place - 1, 0) : place + 2])


def _tests(node: Node) -> tuple[str, ...]:
    found = tuple(test for name, test in _TESTS.items() if not is_blank(node.get(name) or ""))
    if node.has("aria-label") or node.has("aria-labelledby"):
        found += ("11.1.3",)
    return (*found, "11.2.6") if _has_button_beside(node) else found


def _question(node: Node, page: Page) -> str:
    given = ", ".join(f"{name} {quote(text)}" for name, text in _given(node, page).items())
    return (
        f"Vérifiez que ce nom dit exactement ce que le champ attend\u00a0: {given}, et qu’un texte visible à côté du "
        f"champ le dit aussi."
    )


RULE = Rule(
    asks=("11.2.2", "11.2.3", "11.2.4", "11.2.6", "11.1.3"),
    tests_of=_tests,
    applicability=lambda page: [node for node in labelled_fields(page) if _given(node, page)],
    expectation=a_person_must_look,
    message=_question,
    fix="Préférez une étiquette visible, reliée au champ par <label for>, qui nomme ce qui est demandé.",
)
