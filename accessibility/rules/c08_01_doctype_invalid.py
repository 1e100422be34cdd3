"""8.1.2: the document type declaration is a valid one.

Valid: the declaration of HTML 5, or one that the specifications of HTML 2 to 4.01 and XHTML publish, word for word.
Invalid for certain: a name other than html with no identifier, an HTML identifier in the W3C's name that the W3C never
published, or a known one with an address of the W3C that is not its own (a local copy is allowed). Anything else takes
a person. A misplaced declaration, which the parser drops, cannot be read here.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.1.2
"""

from accessibility.page.doctype import is_certainly_invalid, is_known_valid, is_written_after_html
from accessibility.page.model import Node, Page
from accessibility.page.sight import Sight
from accessibility.rules.base import Answer, Rule


def _expectation(root: Node, page: Page) -> Answer:
    if page.doctype is None:
        return Answer.A_PERSON_MUST_LOOK
    if is_known_valid(page.doctype):
        return Answer.MEETS
    return Answer.FAILS if is_certainly_invalid(page.doctype) else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    decides=("8.1.2",),
    sight=Sight.DECLARATION,
    applicability=lambda page: [page.root] if page.is_html and (page.doctype or is_written_after_html(page)) else [],
    expectation=_expectation,
    message="La déclaration de type de document n’est pas valide.",
    review_message="La déclaration de type de document n’est pas une déclaration connue.",
    fix="Remplacez-la par <!DOCTYPE html>.",
)
