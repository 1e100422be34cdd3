"""12.6.1, 12.7.1 and 12.7.2: the large zones can be reached or skipped, and a link leads to the main content.

Which zones several pages share, and whether the link is in the same place on each, is seen on several pages: a person
is told which zones of this one have a landmark, and where its first link within the page leads.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.6.1
"""

from accessibility.page.landmarks import inner_links, landmarks
from accessibility.page.model import Node, Page
from accessibility.page.scope import in_main_document, roots
from accessibility.page.text import has_words, quote
from accessibility.rules.base import Rule, a_person_must_look


def _applicability(page: Page) -> list[Node]:
    has_content = any(has_words(node.raw_text) for node in in_main_document(page.select("body"), page))
    return roots(page) if page.is_html and has_content else []


def _question(node: Node, page: Page) -> str:
    zones = ", ".join(landmarks(page)) or "aucun repère"
    link = next((quote(link.raw_text or link.get("href") or "") for link in inner_links(page)), "")
    first = f"le premier lien interne est {link}" if link else "aucun lien interne"
    return (
        f"Vérifiez que les grandes zones communes à plusieurs pages s’atteignent ou s’évitent, et qu’un lien mène au "
        f"contenu principal ({zones}\u00a0; {first})."
    )


RULE = Rule(
    asks=("12.6.1", "12.7.1", "12.7.2"),
    applicability=_applicability,
    expectation=a_person_must_look,
    message=_question,
    fix='Ajoutez en tête de page un lien «\u00a0Aller au contenu\u00a0» vers la balise <main id="contenu">.',
)
