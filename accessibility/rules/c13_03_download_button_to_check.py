"""13.3.1: an office document to download is accessible or has an accessible version; 13.4: it says the same.

A form or a button may give a document as a link does: one whose words, address or name speak of downloading, or of a
format of documents, is shown to a person, who tries it.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#13.3.1
"""

from accessibility.page.button_names import button_name
from accessibility.page.documents import speaks_of_a_file
from accessibility.page.forms import all_buttons
from accessibility.page.model import HTML, Node, Page
from accessibility.page.scope import exposed, in_generated_code
from accessibility.page.text import quote
from accessibility.rules.base import Rule, a_person_must_look


def _applicability(page: Page) -> list[Node]:
    forms = [
        node for node in page.select("form") if node.namespace == HTML and speaks_of_a_file(node.get("action") or "")
    ]
    told = [node for node in exposed(all_buttons(page)) if speaks_of_a_file(button_name(node, page))]
    return sorted({*exposed(in_generated_code(forms)), *told}, key=lambda node: node.index)


def _question(node: Node, page: Page) -> str:
    what = "ce formulaire" if node.tag == "form" else f"le bouton {quote(button_name(node, page))}"
    return (
        f"Si {what} donne un document, vérifiez qu’il est accessible, ou qu’une version accessible dit la même chose."
    )


RULE = Rule(
    asks=("13.3.1", "13.4.1"),
    applicability=_applicability,
    expectation=a_person_must_look,
    message=_question,
    fix="Publiez le contenu dans une page, ou donnez un document balisé (titres, alternatives, langue).",
)
