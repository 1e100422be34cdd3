"""10.3.1: what one reads stays in an order that makes sense without the style sheets.

A page that a style sheet lays out is read by a person without it, once. The parts that are taken out of the flow are
those that most often come in another order.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.3.1
"""

from accessibility.page.model import Node, Page
from accessibility.page.scope import roots
from accessibility.page.text import has_words
from accessibility.rules.base import Rule, a_person_must_look


def _has_styles(page: Page) -> bool:
    sheets = any("stylesheet" in (node.get("rel") or "").lower() for node in page.select("link"))
    return sheets or bool(page.select("style") or page.with_attribute("style"))


def _moved(page: Page) -> int:
    """How many parts with text are taken out of the flow."""
    return sum(
        1
        for node in page.nodes
        if node.is_element
        and node.visible
        and (node.styles.get("position") in ("absolute", "fixed") or "float" in node.styles)
        and has_words(node.raw_text)
    )


def _applicability(page: Page) -> list[Node]:
    shown = page.root is not None and any(has_words(node.raw_text) for node in page.select("body"))
    return roots(page) if shown and _has_styles(page) else []


RULE = Rule(
    asks=("10.3.1",),
    applicability=_applicability,
    expectation=a_person_must_look,
    needs_rendering=True,
    message=lambda node, page: (
        f"Désactivez les feuilles de styles\u00a0: vérifiez que la page se lit dans un ordre qui a du sens "
        f"({_moved(page)} parties sont déplacées par les styles)."
    ),
    fix="Placez les parties dans le code dans l’ordre où elles se lisent.",
)
