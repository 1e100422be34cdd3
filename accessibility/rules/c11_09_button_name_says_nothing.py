"""11.9.1: the name of a button says what the button does.

The name of a file, or the word for what the element is (« bouton », « image » for a button made of an image), says
nothing of what happens when it is pressed. Other names take a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.9.1
"""

from accessibility.page.button_names import button_name, says_nothing
from accessibility.page.forms import all_buttons
from accessibility.page.model import Node, Page
from accessibility.page.scope import exposed
from accessibility.page.text import is_blank, quote
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    return Answer.FAILS if says_nothing(node, button_name(node, page)) else Answer.MEETS


RULE = Rule(
    fails=("11.9.1",),
    applicability=lambda page: [n for n in exposed(all_buttons(page)) if not is_blank(button_name(n, page))],
    expectation=_expectation,
    styles_matter=True,
    message=lambda node, page: (
        f"L’intitulé du bouton, {quote(button_name(node, page))}, ne dit pas ce que fait le bouton."
    ),
    fix="Nommez l’action et son objet, par exemple «\u00a0Envoyer la demande\u00a0».",
)
