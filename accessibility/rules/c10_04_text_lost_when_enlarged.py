"""10.4.1: enlarging the text to 200 % loses no information.

The test is met where one way of enlarging loses nothing: the browser's zoom, its enlargement of the text alone, or a
component of the page. Both ways of the browser were tried in the live page. A text that was whole and that the same
element cuts, or that lies over another, in both is lost; where only the zoom loses it, or where the page may enlarge
its text itself, a person looks.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#10.4.1
"""

import re

from accessibility.page.model import Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.once import once_a_page
from accessibility.page.strained_layout import Damage, elements_with_text
from accessibility.rules.base import Answer, Rule

_ENLARGES = re.compile(
    r"\ba\s?[+±]|\b(agrandi\w*|grossi\w*|zoom\w*|taille|police|caract[eè]res|text size|font size|larger|bigger|"
    r"confort|accessibilit[éy])\b",
    re.IGNORECASE,
)


@once_a_page
def _may_enlarge_itself(page: Page) -> bool:
    commands = (link for link in page.select("a") if (link.get("href") or "#").startswith(("#", "javascript:")))
    controls = (*page.select("button", "select", "input"), *page.with_role("button"), *commands)
    return any(_ENLARGES.search(accessible_name(control, page).text) for control in controls)


def _expectation(node: Node, page: Page) -> Answer:
    zoomed, enlarged = page.strained.page_zoom.get(node), page.strained.text_zoom.get(node)
    if zoomed is None:
        return Answer.MEETS
    certain = zoomed.certain and enlarged is not None and enlarged.certain
    return Answer.A_PERSON_MUST_LOOK if not certain or _may_enlarge_itself(page) else Answer.FAILS


def _text(node: Node, page: Page) -> str:
    return page.strained.page_zoom[node].text


def _message(node: Node, page: Page) -> str:
    if page.strained.page_zoom[node].damage is Damage.COVERED:
        return f"Agrandi à 200\u00a0%, le texte «\u00a0{_text(node, page)}\u00a0» en recouvre un autre."
    return f"Agrandi à 200\u00a0%, le texte «\u00a0{_text(node, page)}\u00a0» est coupé par cet élément."


RULE = Rule(
    act=("59br37",),
    fails=("10.4.1",),
    applicability=lambda page: elements_with_text(page) if page.strained else [],
    expectation=_expectation,
    needs_rendering=True,
    reads="strained",
    message=_message,
    review_message=lambda node, page: (
        f"Zoomé à 200\u00a0%, le texte «\u00a0{_text(node, page)}\u00a0» semble coupé ou recouvert\u00a0: vérifiez "
        "qu’une façon d’agrandir le texte le laisse lisible."
    ),
    fix="Laissez la hauteur suivre le texte\u00a0: min-height au lieu de height, et pas d’overflow: hidden sur ce qui "
    "contient du texte.",
)
