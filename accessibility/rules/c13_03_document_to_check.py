"""13.3.1: an office document to download is accessible or has an accessible version; 13.4: it says the same.

The document itself is judged elsewhere: here the links to documents are listed, with their name, their format and the
weight that they show. Documents older than 23 September 2018 that no procedure requires are exempt.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#13.3.1
"""

from accessibility.page.documents import format_of_document, links_to_documents, weight_of_document
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name, image_name
from accessibility.page.text import quote
from accessibility.rules.base import Rule, a_person_must_look


def _question(node: Node, page: Page) -> str:
    name = (image_name if node.tag == "area" else accessible_name)(node, page).text
    around = node.parent.raw_text if node.parent and len(node.parent.raw_text) < 300 else ""
    weight = weight_of_document(name) or weight_of_document(around)
    seen = f"{format_of_document(node) or 'format non indiqué'}, {weight or 'poids non indiqué'}"
    return (
        f"Vérifiez que le document {quote(name)} ({seen}) est accessible, ou qu’une version accessible est proposée et "
        "dit la même chose."
    )


RULE = Rule(
    asks=("13.3.1", "13.4.1"),
    applicability=links_to_documents,
    expectation=a_person_must_look,
    message=_question,
    fix="Publiez le contenu dans une page, ou déposez un document balisé (titres, alternatives, langue).",
)
