"""11.9.1: the name of a button says what the button does.

What a button does, a person finds out. Buttons with no name, or named by what says nothing, are failed by others.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.9.1
"""

from accessibility.page.button_names import button_name, says_nothing
from accessibility.page.forms import all_buttons
from accessibility.page.model import Node, Page
from accessibility.page.scope import exposed
from accessibility.page.text import is_blank, quote
from accessibility.rules.base import Rule, a_person_must_look


def _applicability(page: Page) -> list[Node]:
    return [
        node
        for node in exposed(all_buttons(page))
        if not is_blank(name := button_name(node, page)) and not says_nothing(node, name)
    ]


RULE = Rule(
    asks=("11.9.1",),
    applicability=_applicability,
    expectation=a_person_must_look,
    message=lambda node, page: f"Vérifiez que l’intitulé {quote(button_name(node, page))} dit ce que fait le bouton.",
    fix="Nommez l’action et son objet, par exemple «\u00a0Envoyer la demande\u00a0» plutôt que «\u00a0OK\u00a0».",
)
