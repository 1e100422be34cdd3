"""6.1.1 to 6.1.4: a link says what it is for and where it leads, by its name or with its context.

A name that any link could bear (« cliquez ici », « en savoir plus », « télécharger ») says nothing by itself. It fails
when nothing that the glossary calls context explains it (« Contexte du lien »: sentence, paragraph, list item, cell and
its headers, heading before it); with such a context, a person decides. What an object shows in place of what it cannot
load counts as its text: the link says no more if it loads. An area of an image that is not shown takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#6.1.1
"""

from accessibility.page.links import contexts, is_generic, kind_of_link, links_and_areas, name_of_link, says_no_more
from accessibility.page.model import Node, Page
from accessibility.page.text import quote
from accessibility.rules.base import Answer, Rule


def _applicability(page: Page) -> list[Node]:
    return [
        node for node in links_and_areas(page) if node.tag == "area" or not node.is_hidden_from_assistive_technology
    ]


def _expectation(node: Node, page: Page) -> Answer:
    if not is_generic(name_of_link(node, page).text):
        return Answer.MEETS
    if contexts(node, page) or not says_no_more(node, page) or node.is_hidden_from_assistive_technology:
        return Answer.A_PERSON_MUST_LOOK
    return Answer.FAILS


def _name(node: Node, page: Page) -> str:
    return quote(name_of_link(node, page).text)


def _review_message(node: Node, page: Page) -> str:
    around = contexts(node, page)
    context = f"son contexte, {quote(around[0])}," if around else "ce qui l’entoure"
    return (
        f"L’intitulé du lien, {_name(node, page)}, ne dit rien par lui-même\u00a0: vérifiez que {context} l’explique."
    )


RULE = Rule(
    fails=("6.1.1", "6.1.2", "6.1.3", "6.1.4"),
    tests_of=kind_of_link,
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: (
        f"L’intitulé du lien, {_name(node, page)}, ne dit pas où il mène, et rien autour du lien ne l’explique."
    ),
    review_message=_review_message,
    fix="Nommez ce à quoi mène le lien, par exemple «\u00a0Lire le compte rendu du conseil du 4 mai\u00a0».",
)
