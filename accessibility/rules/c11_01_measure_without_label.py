"""11.1.1: each form field has a label.

The glossary (« Champ de saisie de formulaire ») counts `progress` and `meter` among the fields. Without a label, a
screen reader says « 40 % » and not of what. One inside a `label` without `for`, or whose label cannot be read for
certain, takes a person. With a role of its own it is left to other rules.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.1.1
"""

from accessibility.page.forms import labels_for
from accessibility.page.model import HTML, Node, Page
from accessibility.page.names import labelling_text
from accessibility.page.scope import exposed, in_generated_code
from accessibility.page.text import is_blank
from accessibility.rules.base import Answer, Rule


def _measures(page: Page) -> list[Node]:
    found = (node for node in page.select("progress", "meter") if node.namespace == HTML and not node.explicit_role)
    return exposed(in_generated_code(found))


def _expectation(node: Node, page: Page) -> Answer:
    if labelling_text(node, page) or not all(is_blank(node.get(name) or "") for name in ("aria-label", "title")):
        return Answer.MEETS
    labels = labels_for(node, page)
    if any(not is_blank(label.raw_text) and not label.is_hidden for label in labels):
        return Answer.MEETS
    return Answer.A_PERSON_MUST_LOOK if labels or node.closest("label") is not None else Answer.FAILS


RULE = Rule(
    fails=("11.1.1",),
    applicability=_measures,
    expectation=_expectation,
    styles_matter=True,
    message="Cette jauge n’a pas d’étiquette\u00a0: on en entend la valeur sans savoir ce qu’elle mesure.",
    review_message="L’étiquette de cette jauge est à vérifier.",
    fix='Reliez-lui une étiquette visible, par exemple <label for="budget">Part du budget dépensée</label>.',
)
