"""11.13.1: a field about the person who fills it in has an `autocomplete` whose value is admitted and right.

That the field is about this very person is certain when its label says « votre », « vos », « mon », and asks for one
piece of information only, or when the form is one to sign in. Without an admitted value, or with one that belongs to
another kind of information, such a field fails. Where a label names such information without saying whose, a person
decides.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.13.1
"""

from accessibility.page.forms import forms, is_in_use, is_search, type_of
from accessibility.page.model import Node, Page
from accessibility.page.purposes import is_about_the_reader, is_sign_in, label_text, purpose_of, stated_purpose
from accessibility.page.text import quote
from accessibility.rules.base import Answer, Rule

_TYPED = ("text", "email", "tel", "date", "number", "password")


def _applicability(page: Page) -> list[Node]:
    found = []
    for form, fields in forms(page).items():
        if is_search(form, fields):
            continue
        typed = [field for field in fields if field.tag == "input" and type_of(field) in _TYPED and is_in_use(field)]
        own = is_sign_in(fields, page)
        found += [field for field in typed if own or purpose_of(label_text(field, page))]
    return found


def _is_certain(node: Node, page: Page) -> bool:
    if is_about_the_reader(label_text(node, page)):
        return True
    return any(node in fields and is_sign_in(fields, page) for fields in forms(page).values())


def _expectation(node: Node, page: Page) -> Answer:
    stated = stated_purpose(node)
    if not stated:
        return Answer.FAILS if _is_certain(node, page) else Answer.A_PERSON_MUST_LOOK
    suits = purpose_of(label_text(node, page))
    if not suits or stated in suits:
        return Answer.MEETS
    return Answer.FAILS if is_about_the_reader(label_text(node, page)) else Answer.A_PERSON_MUST_LOOK


def _message(node: Node, page: Page) -> str:
    label = quote(label_text(node, page))
    if stated := stated_purpose(node):
        return f"Le champ {label} annonce au navigateur une autre information (autocomplete {quote(stated)})."
    return f"Le champ {label} porte sur la personne qui le remplit, et n’a pas d’attribut autocomplete qui le dise."


RULE = Rule(
    fails=("11.13.1",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message=_message,
    review_message=lambda node, page: (
        f"Si le champ {quote(label_text(node, page))} porte sur la personne qui le remplit, il lui faut un attribut "
        f"autocomplete juste."
    ),
    fix=(
        'Ajoutez l’attribut autocomplete, par exemple autocomplete="email" pour une adresse électronique, '
        'autocomplete="family-name" pour un nom.'
    ),
)
