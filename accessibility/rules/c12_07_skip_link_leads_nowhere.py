"""12.7.2: the link to the main content works.

A link within the page that says it leads to the content, and whose address is the id or name of nothing, does not move
the reader. It fails when the page runs no script, which could move her, and when no other link within the page says
the same; otherwise a person tries it.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.7.2
"""

import re

from accessibility.page.landmarks import inner_links, target_of
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.sight import Sight, sees
from accessibility.page.text import quote
from accessibility.rules.base import Answer, Rule

_TO_THE_CONTENT = re.compile(
    r"\b(?:contenu|content|main|texte principal|corps de (?:la )?page|skip|[ée]viter|passer|sauter)\b", re.IGNORECASE
)


def _leads_to_the_content(page: Page) -> list[Node]:
    return [link for link in inner_links(page) if _TO_THE_CONTENT.search(accessible_name(link, page).text)]


def _expectation(node: Node, page: Page) -> Answer:
    if target_of(node, page) is not None:
        return Answer.MEETS
    others = [link for link in _leads_to_the_content(page) if target_of(link, page) is not None]
    return Answer.FAILS if not others and sees(page, Sight.LASTING) else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    fails=("12.7.2",),
    applicability=_leads_to_the_content,
    expectation=_expectation,
    message=lambda node, page: (
        f"Le lien {quote(accessible_name(node, page).text)} ne mène nulle part\u00a0: rien dans la page ne porte l’id "
        f"{quote((node.get('href') or '')[1:])}."
    ),
    fix='Donnez à la balise du contenu principal l’id que le lien désigne, par exemple <main id="contenu">.',
)
