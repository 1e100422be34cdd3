"""11.1.1: each form field has a label.

The test allows an ARIA label, a `label` with a `for` that designates the field, or a title; a `placeholder` is none
of these, and vanishes as soon as one types. A field with none of them fails. A field inside its `label` with no
`for`, or whose label is hidden or cannot be read for certain, takes a person. Fields made of roles are left to other
rules.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.1.1
"""

from accessibility.page.forms import labels_for, native_fields
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name, labelling_text
from accessibility.page.text import is_blank
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    if labelling_text(node, page) or not all(is_blank(node.get(name) or "") for name in ("aria-label", "title")):
        return Answer.MEETS
    names = [(label, accessible_name(label, page)) for label in labels_for(node, page)]
    if any(name.is_certainly_present and not label.is_hidden for label, name in names):
        return Answer.MEETS
    unsure = any(label.raw_text.strip() or not name.certain for label, name in names)
    around = node.closest("label")
    if unsure or (around is not None and not around.has("for") and not is_blank(around.raw_text)):
        return Answer.A_PERSON_MUST_LOOK
    return Answer.FAILS


RULE = Rule(
    act=("e086e5",),
    fails=("11.1.1",),
    applicability=native_fields,
    expectation=_expectation,
    styles_matter=True,
    message="Ce champ de formulaire n’a pas d’étiquette.",
    review_message="L’étiquette de ce champ est à vérifier.",
    fix="Écrivez une étiquette visible et reliez-la au champ\u00a0: <label for> doit reprendre l’attribut id du champ.",
)
