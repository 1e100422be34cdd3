"""6.1.1 to 6.1.4: a link says where it leads.

A file name chosen by a person (« reglement-du-marche.pdf ») may be explicit, and is left alone. One that a device or a
program made (« IMG_2034.jpg », « scan0001.pdf », a hash) says nothing: it fails when nothing that the RGAA counts as
the link's context can complete it, and otherwise a person decides.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#6.1.1
"""

from accessibility.page.links import has_context, kind_of_link, links, says_no_more
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.scope import exposed
from accessibility.page.text import DOCUMENT_EXTENSIONS, IMAGE_EXTENSIONS, is_machine_made_file_name, quote
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    name = accessible_name(node, page)
    if not is_machine_made_file_name(name.text, IMAGE_EXTENSIONS | DOCUMENT_EXTENSIONS):
        return Answer.MEETS
    return Answer.A_PERSON_MUST_LOOK if has_context(node, page) or not says_no_more(node, page) else Answer.FAILS


RULE = Rule(
    fails=("6.1.1", "6.1.2", "6.1.3", "6.1.4"),
    tests_of=kind_of_link,
    applicability=lambda page: exposed(links(page)),
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: f"L’intitulé du lien est un nom de fichier, {quote(accessible_name(node, page).text)}.",
    fix="Remplacez le nom du fichier par ce que contient le document, avec son format et son poids.",
)
