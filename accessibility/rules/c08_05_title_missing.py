"""8.5.1: the page has a title.

The title is the first `title` element of the document, wherever it stands; one that holds nothing to read is no title.
When another `title` element has the text, or in a document that is not HTML, a person decides.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.5.1
"""

from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import in_generated_code, in_main_document, roots
from accessibility.page.sight import Sight
from accessibility.page.text import is_blank
from accessibility.rules.base import Answer, Rule


def _expectation(root: Node, page: Page) -> Answer:
    if not page.is_html:
        return Answer.A_PERSON_MUST_LOOK
    titles = in_main_document(in_generated_code(page.select("title")), page)
    texts = [title.raw_text for title in titles if title.namespace == HTML]
    if texts and not is_blank(texts[0]):
        return Answer.MEETS
    return Answer.FAILS if all(map(is_blank, texts)) else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    act=("2779a5",),
    decides=("8.5.1",),
    sight=Sight.DOCUMENT,
    applicability=roots,
    expectation=_expectation,
    message="La page n’a pas de titre.",
    review_message="Le titre de la page est à vérifier.",
    fix=(
        "Donnez un titre à la page, dans l’élément <title> de l’en-tête, par exemple "
        "«\u00a0Horaires de la mairie\u00a0»."
    ),
)
