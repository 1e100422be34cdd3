"""13.2.1: no new window opens without an action of the user.

An `onload` that calls `window.open` at once opens one when the page arrives: it fails. The same call on an event that
the reader does not mean as an action (focus, change, passing over, leaving), behind a condition, or in a script of the
page, which may wait for a click, takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#13.2.1
"""

import re

from accessibility.page.model import Node, Page
from accessibility.page.scope import in_generated_code
from accessibility.page.sight import runs_a_script
from accessibility.page.text import quote
from accessibility.rules.base import Answer, Rule

_OPENS = re.compile(r"(?<![\w.])(?:window\s*\.\s*open|window\s*\.\s*showModalDialog)\s*\(")
_OPENS_AT_ONCE = re.compile(r"\s*(?:javascript:)?\s*window\s*\.\s*open\s*\(")
_WITHOUT_ACTION = (
    "onload",
    "onfocus",
    "onblur",
    "onchange",
    "onmouseover",
    "onmouseenter",
    "onpageshow",
    "onunload",
) + ("onbeforeunload", "onscroll", "onresize", "oninput", "onselect", "onfocusin")


def _call(node: Node) -> str:
    """The code of the element that opens a window, empty without any."""
    if node.tag == "script":
        return node.raw_text if runs_a_script(node) and _OPENS.search(node.raw_text) else ""
    return next((code for name in _WITHOUT_ACTION if _OPENS.search(code := node.get(name) or "")), "")


def _applicability(page: Page) -> list[Node]:
    listeners = page.with_attribute(*_WITHOUT_ACTION)
    return [
        node
        for node in in_generated_code([*listeners, *page.select("script")])
        if node.tag == "script" or _events(node)
    ]


def _events(node: Node) -> list[str]:
    return [name for name in _WITHOUT_ACTION if node.has(name)]


def _expectation(node: Node, page: Page) -> Answer:
    if not _call(node):
        return Answer.MEETS
    at_once = node.tag in ("body", "frameset") and _OPENS_AT_ONCE.match(node.get("onload") or "")
    return Answer.FAILS if at_once else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    fails=("13.2.1",),
    applicability=_applicability,
    expectation=_expectation,
    message="La page ouvre une fenêtre toute seule, dès qu’elle est chargée.",
    review_message=lambda node, page: (
        f"Ce code ouvre une fenêtre, {quote(_call(node))}\u00a0: vérifiez qu’il attend une action de la personne."
    ),
    fix="Proposez un lien ou un bouton qui dit ce qu’il ouvre, et retirez l’ouverture automatique.",
)
