"""6.2.1: each link has a name between `a` and `/a`.

The name is computed as the glossary orders it. A link without name fails: no text, or only what is silent (spaces, no-
break spaces, an image without alternative, what is under `aria-hidden`, an icon of a private font). A name that the
content does not give at all (a title or a label on an empty link: the glossary's note 4), or that a part which cannot
be read may give (object, frame, generated content), takes a person; so does a hidden link that may show up empty.
A link hidden from assistive technologies is not given to anyone who needs its name.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#6.2.1
"""

from accessibility.page.links import links
from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name, content_name
from accessibility.page.text import has_words
from accessibility.rules.base import Answer, Rule


def _expectation(node: Node, page: Page) -> Answer:
    name = accessible_name(node, page)
    if node.is_hidden_from_assistive_technology:
        says_something = has_words(node.raw_text) or any(
            has_words(inner.get(attribute) or "")
            for inner in (node, *node.descendants())
            for attribute in ("alt", "aria-label", "title")
        )
        return Answer.MEETS if says_something or name.text else Answer.A_PERSON_MUST_LOOK
    if name.is_certainly_empty:
        return Answer.FAILS
    if not name.is_certainly_present:
        return Answer.A_PERSON_MUST_LOOK
    return Answer.MEETS if content_name(node, page).text or _has_element(node) else Answer.A_PERSON_MUST_LOOK


def _has_element(node: Node) -> bool:
    return bool(node.elements)


RULE = Rule(
    act=("c487ae",),
    decides=("6.2.1",),
    applicability=links,
    expectation=_expectation,
    styles_matter=True,
    message="Ce lien n’a pas d’intitulé\u00a0: rien n’en est lu à une personne qui ne voit pas.",
    review_message="L’intitulé de ce lien est à vérifier.",
    fix="Écrivez dans le lien un texte qui dit où il mène. Si le lien est une image, donnez à l’image une alternative.",
)
