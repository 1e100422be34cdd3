"""11.10.2: a field that is required for machines shows it before one sends the form.

`required` and `aria-required` are heard, not seen: the label or a text tied to the field must show it. Failed where
nothing on the whole page could be that mark: no star, no word about what is required or optional, no image, drawing or
text of a style sheet in the form. A form with a single field, or one that marks what is optional, is set aside by the
test. Anything else is for the person who tries the form.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#11.10.2
"""

import re

from accessibility.page.forms import form_of, forms, is_in_use, is_required, type_of
from accessibility.page.model import TEXT, Node, Page
from accessibility.page.once import once_a_page
from accessibility.rules.base import Answer, Rule

_MARK = re.compile(
    r"[*∗⁎★☆✱✲✳＊•●†!⚠]|obligat|requi|imp[ée]rati|indispensable|n[ée]cessaire|facultati|option|\bopt\b|mandatory|compulsory|must"
    r"|need|doi(?:t|vent)|tous les|all (?:the )?fields|compl[éeè]t|rempli|renseign|fill|manqu|missing|vide|empty|blank",
    re.IGNORECASE,
)
_PICTURES = frozenset("img svg canvas object embed picture i".split())
_UNSEEN = ("script", "style", "template", "noscript", "title")


def _applicability(page: Page) -> list[Node]:
    return [
        field
        for fields in forms(page).values()
        if len({field.get("name") or field.index for field in fields}) > 1
        for field in fields
        if is_required(field) and is_in_use(field) and type_of(field) != "radio"
    ]


@once_a_page
def _may_say_it(page: Page) -> bool:
    found = [node.text for node in page.nodes if node.tag == TEXT and node.parent and node.parent.tag not in _UNSEEN]
    for name in ("title", "aria-label", "alt", "placeholder", "value", "aria-description", "data-content"):
        found += [node.attributes[name] for node in page.with_attribute(name)]
    return any(_MARK.search(text) for text in found)


def _may_draw_a_mark(form: Node) -> bool:
    return any(
        node.tag in _PICTURES or "::drawn" in node.styles or "background-image" in node.styles
        for node in form.descendants()
        if node.is_element
    )


def _expectation(node: Node, page: Page) -> Answer:
    return Answer.MEETS if _may_say_it(page) or _may_draw_a_mark(form_of(node)) else Answer.FAILS


RULE = Rule(
    fails=("11.10.2",),
    applicability=_applicability,
    expectation=_expectation,
    needs_rendering=True,
    message="Ce champ est obligatoire, et rien à l’écran ne le dit.",
    fix="Écrivez-le dans l’étiquette du champ, par exemple «\u00a0Nom (obligatoire)\u00a0».",
)
