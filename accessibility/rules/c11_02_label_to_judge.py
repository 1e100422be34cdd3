"""11.2.1 and 11.4.1 to 11.4.3: the label of a field says exactly what it is for, and stands beside it.

A machine reads the label, a person knows what the field is for; the same look shows whether the label is next to the
field, and on the side that the test asks for: before or above what one types or chooses, after or below what one ticks.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.2.1
"""

from accessibility.page.forms import labelled_fields, labels_of, type_of
from accessibility.page.model import Node, Page
from accessibility.page.text import has_words, is_blank, quote
from accessibility.rules.base import Rule, a_person_must_look

_TICKED = ("checkbox", "radio", "switch", "menuitemcheckbox", "menuitemradio")


def _applicability(page: Page) -> list[Node]:
    return [node for node in labelled_fields(page) if has_words(labels_of(node, page).get("label", ""))]


def _tests(node: Node) -> tuple[str, ...]:
    return ("11.2.1", "11.4.1", "11.4.3" if type_of(node) in _TICKED else "11.4.2")


def _question(node: Node, page: Page) -> str:
    side = "juste après ou dessous" if type_of(node) in _TICKED else "juste avant ou dessus"
    question = (
        f"Vérifiez que l’étiquette {quote(labels_of(node, page)['label'])} dit exactement ce que le champ attend, "
        f"et qu’elle est {side}"
    )
    hint = node.get("placeholder") or ""
    return question + (f"\u00a0; le champ montre en exemple {quote(hint)}." if not is_blank(hint) else ".")


RULE = Rule(
    asks=("11.2.1", "11.4.1", "11.4.2", "11.4.3"),
    tests_of=_tests,
    applicability=_applicability,
    expectation=a_person_must_look,
    message=_question,
    fix="Nommez ce qui est demandé, par exemple «\u00a0Date de naissance\u00a0» plutôt que «\u00a0Date\u00a0».",
)
