"""What the rules about messages that a script writes share: one that nothing tells fails.

All the code of the page is in the page, and short enough to be read: after an action of the reader, a script writes a
literal message into an element. This element and those around it have neither role nor live region, and no script sets
a role, moves the focus, opens a dialog or leaves the page: nothing tells the message. Where a script may do so, a
person listens.
"""

import re

from accessibility.page.model import Node, Page
from accessibility.page.text import quote
from accessibility.page.written_messages import is_live, may_be_told_otherwise, written_messages
from accessibility.rules.base import Answer, Rule


def written_message_rule(test: str, says: re.Pattern[str], role: str) -> Rule:
    """The rule for the messages that `says` recognises. `role`: the one that makes them told."""
    return Rule(
        fails=(test,),
        applicability=lambda page: [node for node, said in written_messages(page).items() if says.search(said)],
        expectation=_expectation,
        message=lambda node, page: (
            f"Un script écrit ici {_said(node, page)}, et rien ne le dit à qui ne voit pas l’écran."
        ),
        review_message=lambda node, page: (
            f"Un script écrit ici {_said(node, page)}\u00a0: vérifiez qu’un lecteur d’écran le dit."
        ),
        fix=f'Donnez à l’élément où le message s’affiche role="{role}", dès le chargement de la page.',
    )


def _said(node: Node, page: Page) -> str:
    return quote(written_messages(page)[node])


def _expectation(node: Node, page: Page) -> Answer:
    if is_live(node):
        return Answer.MEETS
    return Answer.A_PERSON_MUST_LOOK if may_be_told_otherwise(node, page) else Answer.FAILS
