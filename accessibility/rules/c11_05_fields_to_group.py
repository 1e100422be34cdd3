"""11.5.1 and 11.7.1: fields of the same nature are grouped where it is needed, and the legend is relevant.

Whether several fields belong together, and whether a legend says what they have in common, takes a person, who looks
at the form once. Buttons of one question have their own rule.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.5.1
"""

from accessibility.page.forms import fields_of, forms, groups, legend_of
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.text import quote
from accessibility.rules.base import Rule, a_person_must_look


def _applicability(page: Page) -> list[Node]:
    named = [group for group in groups(page) if fields_of(group) and _legend(group, page)]
    several = [form for form, fields in forms(page).items() if len(fields) > 1 and form.tag == "form"]
    stray = [fields[0] for form, fields in forms(page).items() if len(fields) > 1 and form.tag != "form"]
    return sorted({*named, *several, *stray}, key=lambda node: node.index)


def _legend(group: Node, page: Page) -> str:
    name = accessible_name(group, page)
    if name.source in ("aria-labelledby", "aria-label"):
        return name.text
    legend = legend_of(group)
    return accessible_name(legend, page).text if legend else ""


def _is_group(node: Node) -> bool:
    return node.tag == "fieldset" or node.explicit_role in ("group", "radiogroup")


def _question(node: Node, page: Page) -> str:
    if _is_group(node):
        return f"Vérifiez que la légende {quote(_legend(node, page))} dit ce que les champs du groupe ont en commun."
    return "Vérifiez que les champs de ce formulaire qui vont ensemble sont regroupés, avec une légende."


RULE = Rule(
    asks=("11.5.1", "11.7.1"),
    tests_of=lambda node: ("11.7.1",) if _is_group(node) else ("11.5.1",),
    applicability=_applicability,
    expectation=a_person_must_look,
    message=_question,
    fix=(
        "Entourez les champs d’une balise <fieldset> et donnez-lui une <legend>, par exemple «\u00a0Votre "
        "adresse\u00a0»."
    ),
)
