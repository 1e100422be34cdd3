"""3.1.2: a text that points at something by its colour points at it otherwise too.

A text says that the fields in red are required. Some labels are red, others are not, and nothing but the colour tells
them apart: same weight, slant, size, line, border and background, no sign nor word nor picture more, and neither the
fields nor the labels carry an attribute that says the same. The information is given by the colour alone.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#3.1.2
"""

import re

from accessibility.page.colours import Colour, colour
from accessibility.page.forms import labels_for, native_fields
from accessibility.page.model import Node, Page
from accessibility.page.sight import has_scripts
from accessibility.page.text_blocks import text_blocks
from accessibility.rules.base import Answer, Rule

_RED_FIELDS = re.compile(
    r"\b(?:champs?|zones?|rubriques?|intitul[ée]s|libell[ée]s|étiquettes)\b[^.;]{0,30}\ben rouge\b[^.;]{0,20}"
    r"\b(?:obligatoires?|requis|exig[ée]s)|\b(?:fields?|items?|labels?)\b[^.;]{0,20}\bin red\b[^.;]{0,12}\brequired",
    re.IGNORECASE,
)
_SAYS_IT = re.compile(r"[*:!]|obligatoire|requis|required|facultati|optional", re.IGNORECASE)
_LOOKS = (
    "font-weight font-size font-style text-decoration-line text-transform background-color background-image border "
    "box-shadow outline-style opacity ::drawn"
).split()


def _names_red_fields(text: str) -> bool:
    lower = text.lower()
    return ("rouge" in lower or "red" in lower) and _RED_FIELDS.search(text) is not None


def _is_red(found: Colour | None) -> bool:
    return found is not None and found.alpha == 1 and found.red >= 140 and max(found.green, found.blue) <= 80


def _pairs(page: Page) -> list[tuple[Node, Node]]:
    """The fields that have one label of their own, with it."""
    found = ((field, labels_for(field, page)) for field in native_fields(page))
    return [(field, labels[0]) for field, labels in found if len(labels) == 1 and labels[0].visible]


def _is_told_otherwise(field: Node, label: Node) -> bool:
    marked = any(field.has(name) for name in ("required", "aria-required", "title", "placeholder", "aria-describedby"))
    named = any(n.has(name) for n in (label, field) for name in ("title", "aria-label", "aria-labelledby"))
    return marked or named or bool(label.elements) or _SAYS_IT.search(label.raw_text) is not None


def _look(node: Node) -> tuple[str, ...]:
    return tuple(node.styles.get(name, "") for name in _LOOKS)


def _expectation(node: Node, page: Page) -> Answer:
    pairs = _pairs(page)
    red = [(field, label) for field, label in pairs if _is_red(colour(label.styles.get("color", "")))]
    others = [(field, label) for field, label in pairs if (field, label) not in red]
    if not red or not others or any(_is_told_otherwise(field, label) for field, label in red + others):
        return Answer.MEETS
    same = len({(_look(label), _look(field)) for field, label in pairs if field.tag == "input"}) == 1
    typed = all(field.tag == "input" for field, _ in pairs)
    return Answer.FAILS if same and typed and not has_scripts(page) else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    fails=("3.1.2",),
    applicability=lambda page: [block for block, text in text_blocks(page).items() if _names_red_fields(text)],
    expectation=_expectation,
    needs_rendering=True,
    message="Seule la couleur rouge dit quels champs sont obligatoires\u00a0: qui ne la voit pas ne peut le savoir.",
    review_message="Vérifiez que les champs obligatoires se reconnaissent autrement que par leur couleur.",
    fix="Écrivez «\u00a0(obligatoire)\u00a0» dans l’étiquette de chaque champ qui l’est.",
)
