"""11.6.1: each group of fields has a legend.

A `fieldset`, or an element of role group or radiogroup, that holds two fields or more by itself is a group. Its legend
is a filled `legend`, or an ARIA label. Without any it fails. A group with fewer fields, with a legend that
is not its child, or with a title only takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.6.1
"""

from accessibility.page.forms import fields_of, groups, has_stray_legend, legend_of
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name, labelling_text
from accessibility.page.text import is_blank
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    if labelling_text(node, page) or not is_blank(node.get("aria-label") or ""):
        return Answer.MEETS
    if (legend := legend_of(node)) is not None:
        name = accessible_name(legend, page)
        if name.text:
            return Answer.MEETS
        if not name.certain:
            return Answer.A_PERSON_MUST_LOOK
    unsure = has_stray_legend(node) or not is_blank(node.get("title") or "") or len(fields_of(node)) < 2
    return Answer.A_PERSON_MUST_LOOK if unsure else Answer.FAILS


RULE = Rule(
    fails=("11.6.1",),
    applicability=lambda page: [node for node in groups(page) if fields_of(node)],
    expectation=_expectation,
    styles_matter=True,
    message="Ce groupe de champs n’a pas de légende.",
    review_message="La légende de ce groupe de champs est à vérifier.",
    fix=(
        "Donnez au groupe une légende qui dit ce que ses champs ont en commun, par exemple «\u00a0Votre adresse\u00a0»."
    ),
)
