"""6.1.1 to 6.1.4: a link says where it leads.

A name made of punctuation only (« … », « >> ») says nothing by itself: it fails when nothing that the RGAA counts as
the link's context can complete it (sentence, item, cell, heading before it, description, title). With such a context,
a person decides. Arrows, pictograms and signs that stand for something are not punctuation.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#6.1.1
"""

from accessibility.page.links import has_context, kind_of_link, links, says_no_more
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.scope import exposed
from accessibility.page.text import is_only_punctuation, quote
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    name = accessible_name(node, page)
    if not is_only_punctuation(name.text):
        return Answer.MEETS
    return Answer.A_PERSON_MUST_LOOK if has_context(node, page) or not says_no_more(node, page) else Answer.FAILS


RULE = Rule(
    fails=("6.1.1", "6.1.2", "6.1.3", "6.1.4"),
    tests_of=kind_of_link,
    applicability=lambda page: exposed(links(page)),
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: f"L’intitulé du lien, {quote(accessible_name(node, page).text)}, ne dit pas où il mène.",
    fix=(
        "Remplacez la ponctuation par un texte qui dit où mène le lien, par exemple «\u00a0Lire le compte rendu\u00a0»."
    ),
)
