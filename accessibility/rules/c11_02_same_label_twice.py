"""11.2.1: the label of a field says exactly what it is for.

Two fields of one form, of one type and with one label, which will be sent under two names, are not for the same thing;
when nothing but labels stands between them (no title, no legend, no text, no image, no row of a table or a list), the
label of neither says which is which.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.2.1
"""

from collections.abc import Iterator

from accessibility.page.forms import forms, labels_of, type_of
from accessibility.page.model import TEXT, Node, Page
from accessibility.page.once import once_a_page
from accessibility.page.text import has_words, quote
from accessibility.rules.base import Answer, Rule

_TYPED = frozenset("text email tel url number date textarea".split())
_DIVIDES = frozenset(
    "fieldset legend h1 h2 h3 h4 h5 h6 hr img svg table tr li section details summary template".split()
)


def _applicability(page: Page) -> list[Node]:
    fields = (field for group in forms(page).values() for field in group)
    return [field for field in fields if type_of(field) in _TYPED and _only_label(field, page)]


def _only_label(field: Node, page: Page) -> str:
    labels = labels_of(field, page)
    return labels.get("label", "") if set(labels) == {"label"} and not field.has("aria-describedby") else ""


@once_a_page
def _confused(page: Page) -> frozenset[Node]:
    found: set[Node] = set()
    for form, fields in forms(page).items():
        last: dict[tuple[str, str], Node] = {}
        for field in fields:
            if type_of(field) not in _TYPED or not (label := _only_label(field, page)):
                continue
            key = (type_of(field), label.casefold())
            before = last.get(key)
            if before is not None and _have_two_names(before, field) and not any(_between(form, before, field)):
                found |= {before, field}
            last[key] = field
    return frozenset(found)


def _have_two_names(one: Node, other: Node) -> bool:
    names = {one.get("name"), other.get("name")}
    return len(names) == 2 and all(name and "[" not in name for name in names)


def _between(form: Node, one: Node, other: Node) -> Iterator[Node]:
    """What divides two fields: anything between them, or around only one of them, that may tell them apart."""
    ancestors = {*one.ancestors(), *other.ancestors()}
    for node in form.descendants():
        if node.tag in _DIVIDES or node.explicit_role:
            if one.index < node.index < other.index or (node in ancestors and not _holds_both(node, one, other)):
                yield node
        elif one.index < node.index < other.index and _is_said_apart(node):
            yield node


def _is_said_apart(node: Node) -> bool:
    return node.tag == TEXT and has_words(node.text) and node.closest("label", "option", "textarea") is None


def _holds_both(node: Node, one: Node, other: Node) -> bool:
    return node in set(one.ancestors()) and node in set(other.ancestors())


RULE = Rule(
    fails=("11.2.1",),
    applicability=_applicability,
    expectation=lambda node, page: Answer.FAILS if node in _confused(page) else Answer.MEETS,
    styles_matter=True,
    message=lambda node, page: (
        f"Deux champs voisins portent la même étiquette, {quote(_only_label(node, page))}\u00a0: rien ne les distingue."
    ),
    fix="Dites ce qui les distingue, par exemple «\u00a0Nom du demandeur\u00a0» et «\u00a0Nom du conjoint\u00a0».",
)
