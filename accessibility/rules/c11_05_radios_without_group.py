"""11.5.1: fields of the same nature are grouped, where it is needed.

Radio buttons of one name are the answers to one question. Grouping is needed when their labels do not hold the
question: labels of two words at the most, after a text in the same block that is the label of nothing. Such buttons
without `fieldset`, role group or role radiogroup around them all fail; others take a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.5.1
"""

from accessibility.page.forms import forms, labels_of, radio_sets
from accessibility.page.model import TEXT, Node, Page
from accessibility.page.text import has_words, words
from accessibility.rules.base import Answer, Rule

_MOST_WORDS = 2
_NOT_A_QUESTION = ("label", "button", "a", "option", "script", "style", "textarea", "select")


def _shared_group(radios: list[Node]) -> bool:
    groups = [{node for node in radio.ancestors() if _is_group(node)} for radio in radios]
    return bool(set.intersection(*groups))


def _is_group(node: Node) -> bool:
    return node.tag == "fieldset" or bool({"group", "radiogroup"} & set((node.get("role") or "").lower().split()))


def _question_before(radios: list[Node]) -> bool:
    """A text that labels nothing stands before the first button, in the smallest block that holds them all."""
    shared = set.intersection(*({*radio.ancestors()} for radio in radios))
    block = max(shared, key=lambda node: node.index)
    for node in block.descendants():
        if node is radios[0]:
            return False
        if node.tag == TEXT and has_words(node.text) and _is_a_question(node):
            return True
    return False


def _is_a_question(text: Node) -> bool:
    return not (text.parent and text.parent.is_hidden) and text.closest(*_NOT_A_QUESTION) is None


def _is_short(radio: Node, page: Page) -> bool:
    labels = labels_of(radio, page)
    return set(labels) == {"label"} and len(words(labels["label"])) <= _MOST_WORDS


def _applicability(page: Page) -> list[Node]:
    return [radios[0] for fields in forms(page).values() for radios in radio_sets(fields)]


def _expectation(node: Node, page: Page) -> Answer:
    fields = next(fields for fields in forms(page).values() if node in fields)
    radios = next(radios for radios in radio_sets(fields) if radios[0] is node)
    if _shared_group(radios):
        return Answer.MEETS
    described = any(radio.has("aria-describedby") for radio in radios)
    if not described and all(_is_short(radio, page) for radio in radios) and _question_before(radios):
        return Answer.FAILS
    return Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    fails=("11.5.1",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message="Ces boutons radio répondent à la même question, et rien ne les regroupe.",
    review_message=("Ces boutons radio ne sont pas regroupés\u00a0: vérifiez que leurs étiquettes suffisent seules."),
    fix=(
        "Entourez-les d’une balise <fieldset> dont la <legend> pose la question, par exemple «\u00a0Comment souhaitez-"
        "vous être contacté\u00a0?\u00a0»."
    ),
)
