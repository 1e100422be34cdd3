"""7.5.2: a message that tells of an error or makes a suggestion has the role alert.

All the code of the page is in the page, and short enough to be read: after an action of the reader, a script writes
a literal message of error into an element. This element and those around it have neither role nor live region, and no
script sets a role, moves the focus, opens a dialog or leaves the page: nothing tells the message. Where a script may do
so, a person listens.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#7.5.2
"""

import re

from accessibility.page.model import Node, Page
from accessibility.page.text import quote
from accessibility.page.written_messages import is_live, may_be_told_otherwise, written_messages
from accessibility.rules.base import Answer, Rule

_ERROR = re.compile(
    r"\berreur\b|\binvalide\b|\bincorrecte?\b|\best obligatoire\b|\berror\b|\bis (?:invalid|required)\b", re.IGNORECASE
)


def _expectation(node: Node, page: Page) -> Answer:
    if is_live(node):
        return Answer.MEETS
    return Answer.A_PERSON_MUST_LOOK if may_be_told_otherwise(node, page) else Answer.FAILS


RULE = Rule(
    fails=("7.5.2",),
    applicability=lambda page: [node for node, said in written_messages(page).items() if _ERROR.search(said)],
    expectation=_expectation,
    message=lambda node, page: (
        f"Un script écrit ici {quote(written_messages(page)[node])}, et rien ne le dit à qui ne voit pas l’écran."
    ),
    review_message=lambda node, page: (
        f"Un script écrit ici {quote(written_messages(page)[node])}\u00a0: vérifiez qu’un lecteur d’écran le dit."
    ),
    fix='Donnez à l’élément où le message s’affiche role="alert", dès le chargement de la page.',
)
