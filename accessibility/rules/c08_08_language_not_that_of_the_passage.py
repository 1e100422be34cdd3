"""8.8.1: the code of each change of language is relevant.

The text of an element that declares a language is compared with it: another language must lead by far, and not one
passage of it may be in the declared one. A part that was only half translated is looked at by a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#8.8.1
"""

from accessibility.page.detected_language import language_of, lead_over, may_be_in
from accessibility.page.language import declared_language
from accessibility.page.language_names import french_name, in_french_name
from accessibility.page.model import Node, Page
from accessibility.page.passages import passages
from accessibility.page.text import quote
from accessibility.rules.base import Answer, Rule

_CERTAIN = 55.0


def _applicability(page: Page) -> list[Node]:
    declarers = {passage.declared_by for passage in passages(page)} - {None, page.root}
    return sorted((node for node in declarers if declared_language(node)), key=lambda node: node.index)


def _text(node: Node, page: Page) -> str:
    return " ".join(passage.text for passage in passages(page) if passage.declared_by is node)


def _expectation(node: Node, page: Page) -> Answer:
    declared = [passage for passage in passages(page) if passage.declared_by is node]
    if lead_over(declared[0].language, _text(node, page)) < _CERTAIN:
        return Answer.MEETS
    mixed = any(may_be_in(passage.language, passage.text) for passage in declared)
    return Answer.A_PERSON_MUST_LOOK if mixed else Answer.FAILS


def _message(node: Node, page: Page) -> str:
    text = _text(node, page)
    declared = next(passage.language for passage in passages(page) if passage.declared_by is node)
    return (
        f"La langue indiquée pour ce passage est {french_name(declared)}, alors que le texte "
        f"{quote(text)} semble être {in_french_name(language_of(text))}."
    )


RULE = Rule(
    act=("off6ek",),
    fails=("8.8.1",),
    applicability=_applicability,
    expectation=_expectation,
    message=_message,
    fix="Donnez à ce passage la langue dans laquelle il est écrit.",
)
