"""What links and buttons share about their visible text: the accessible name that ARIA gives must contain it.

Who speaks to the computer says what is on the screen. Judged where ARIA gives the name. Certain when a word of three
letters or more is seen in the component and is nowhere in the name; when all are there in another order, a person
decides. Case and punctuation are ignored, and so are icons, clipped or hidden texts, and signs used as symbols.
"""

from collections.abc import Callable, Iterable

from accessibility.page.model import HTML, Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.scope import exposed
from accessibility.page.text import quote
from accessibility.page.visible_text import is_missing_from, is_said_in_order, shown_words
from accessibility.rules.base import Answer, Rule


def visible_text_rule(test: str, components: Callable[[Page], Iterable[Node]], kind: str) -> Rule:
    """The rule for one kind of component. `kind`: its French name with the article, such as « du lien »."""

    def applicability(page: Page) -> list[Node]:
        labelled = [node for node in exposed(components(page)) if node.namespace == HTML and shown_words(node)]
        return [n for n in labelled if accessible_name(n, page).source in ("aria-label", "aria-labelledby")]

    return Rule(
        fails=(test,),
        applicability=applicability,
        expectation=_expectation,
        needs_rendering=True,
        message=lambda node, page: (
            f"Le nom {kind}, {quote(accessible_name(node, page).text)}, ne contient pas son texte visible, "
            f"{quote(' '.join(shown_words(node)))}."
        ),
        fix=f"Faites commencer l’étiquette (aria-label) par le texte visible {kind}, ou supprimez-la.",
    )


def _expectation(node: Node, page: Page) -> Answer:
    name = accessible_name(node, page).text
    if is_missing_from(node, name):
        return Answer.FAILS
    return Answer.MEETS if is_said_in_order(node, name) else Answer.A_PERSON_MUST_LOOK
