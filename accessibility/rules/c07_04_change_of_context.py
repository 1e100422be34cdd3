"""7.4.1: a script does not change the context unless the reader is told, or presses a button or a link that says so.

A choice in a list whose `onchange` attribute sends the form or goes to another page changes the context at once, with
an arrow key already. It fails when no text of the page speaks of anything that happens by itself. Other fields that
listen to a change take a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#7.4.1
"""

import re

from accessibility.page.model import TEXT, Node, Page
from accessibility.page.once import once_a_page
from accessibility.page.scope import in_generated_code, shown
from accessibility.rules.base import Answer, Rule

_GOES = re.compile(
    r"\s*(?:javascript:)?\s*(?:(?:this\.form|document\.forms\[[^\]]*\]|document\.[\w.]+|form)\.submit\(\s*\)"
    r"|(?:window\.|self\.|top\.|parent\.|document\.)?location(?:\.href)?\s*=[^=].*"
    r"|(?:window\.|document\.)?location\.(?:assign|replace)\(.*\))\s*;?\s*",
    re.IGNORECASE | re.DOTALL,
)
_HARMLESS = re.compile(r"\s*this\.(?:className|title|style\.\w+|dataset\.\w+)\s*=\s*[^;()=]+;?\s*")
_TOLD = re.compile(
    r"automati|recharg|r[ée]-?actualis|actualis|mise? à jour|redirig|envoy|valid|nouvelle|ouvr|aller|acc[ée]d|chang|"
    r"affich|reload|refresh|submit|redirect|opens?\b|go to|jump|new (?:page|window|tab)|as soon as|dès que",
    re.IGNORECASE,
)
_UNREAD = ("script", "style", "template", "noscript", "option")


@once_a_page
def _may_be_told(page: Page) -> bool:
    texts = [n.text for n in page.nodes if n.tag == TEXT and n.parent and n.parent.tag not in _UNREAD]
    texts += [n.attributes[name] for name in ("title", "aria-label", "value", "alt") for n in page.with_attribute(name)]
    return any(_TOLD.search(text) for text in texts)


def _applicability(page: Page) -> list[Node]:
    found = set(page.with_attribute("onchange"))
    if page.listeners is not None:
        found |= {n for n, kinds in page.listeners.by_node.items() if "change" in kinds}
        if "change" in page.listeners.elsewhere:
            found |= set(page.select("select"))
    fields = (n for n in found if n.tag in ("select", "input"))
    return sorted(shown(in_generated_code(fields)), key=lambda node: node.index)


def _listens_otherwise(node: Node, page: Page) -> bool:
    """Not only the attribute may wait for a change."""
    return page.listeners is not None and node.parent is not None and "change" in page.listeners.around(node.parent)


def _expectation(node: Node, page: Page) -> Answer:
    if _HARMLESS.fullmatch(node.get("onchange") or "") and not _listens_otherwise(node, page):
        return Answer.MEETS
    certain = node.tag == "select" and not node.has("multiple") and _GOES.fullmatch(node.get("onchange") or "")
    return Answer.FAILS if certain and not _may_be_told(page) else Answer.A_PERSON_MUST_LOOK


RULE = Rule(
    fails=("7.4.1",),
    applicability=_applicability,
    expectation=_expectation,
    styles_matter=True,
    message="Choisir dans cette liste change de page aussitôt, sans que rien ne l’annonce.",
    review_message=(
        "Un script réagit au changement de ce champ\u00a0: s’il change de page, ouvre une fenêtre ou déplace le focus, "
        "vérifiez qu’un texte l’annonce avant."
    ),
    fix="Ajoutez un bouton, par exemple «\u00a0Afficher\u00a0», et ne changez de page que lorsqu’on le presse.",
)
