"""11.2.5: the accessible name of a field contains its visible label.

Who speaks to the computer says the label that is on the screen. Judged where ARIA gives the name and a visible `label`
designates the field. Certain when not one word of the label, of three letters or more, is in the name; when some of
them are missing, what is in brackets or abridged may be left out: a person decides.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.2.5
"""

from accessibility.page.forms import labels_for, native_fields
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.scope import exposed
from accessibility.page.text import quote, words
from accessibility.page.visible_text import is_missing_from, is_seen_for_certain, long_words, shown_words
from accessibility.rules.base import Answer, Rule


def _visible_labels(field: Node, page: Page) -> list[Node]:
    return [
        label
        for label in exposed(labels_for(field, page))
        if is_seen_for_certain(label) and long_words(label) and field not in set(label.descendants())
    ]


def _name(field: Node, page: Page) -> str:
    name = accessible_name(field, page)
    return name.text if name.source in ("aria-label", "aria-labelledby") else ""


def _expectation(field: Node, page: Page) -> Answer:
    name = _name(field, page)
    said = "".join(words(name))
    labels = _visible_labels(field, page)
    if not any(word in said for label in labels for word in long_words(label)):
        return Answer.FAILS
    return Answer.A_PERSON_MUST_LOOK if any(is_missing_from(label, name) for label in labels) else Answer.MEETS


RULE = Rule(
    fails=("11.2.5",),
    applicability=lambda page: [n for n in native_fields(page) if _name(n, page) and _visible_labels(n, page)],
    expectation=_expectation,
    needs_rendering=True,
    message=lambda node, page: (
        f"Le nom du champ, {quote(_name(node, page))}, ne contient pas son étiquette visible, "
        f"{quote(' '.join(shown_words(_visible_labels(node, page)[0])))}."
    ),
    review_message=lambda node, page: (
        f"Vérifiez que le nom du champ, {quote(_name(node, page))}, reprend son étiquette visible, "
        f"{quote(' '.join(shown_words(_visible_labels(node, page)[0])))}."
    ),
    fix="Supprimez l’attribut aria-label, ou commencez-le par le texte de l’étiquette visible.",
)
