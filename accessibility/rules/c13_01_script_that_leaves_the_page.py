"""13.1.3: one controls a redirection by script; 13.1.1: and a refresh.

A script of the page that counts the time and then changes or reloads the address is read and tried by a person: the
delay may be cancelled, lengthened, or announced.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#13.1.3
"""

import re

from accessibility.page.model import Node
from accessibility.page.scope import in_generated_code
from accessibility.page.sight import runs_a_script
from accessibility.page.text import quote
from accessibility.rules.base import Rule, a_person_must_look

_TIMES = re.compile(r"\bset(?:Timeout|Interval)\s*\(")
_LEAVES = re.compile(
    r"\blocation\s*(?:\.\s*(?:href|pathname|search)\s*)?=(?!=)|\blocation\s*\.\s*(?:replace|assign|reload)\s*\(|\bhistory\s*\.\s*go\s*\("
)


def _code(node: Node) -> str:
    code = node.raw_text if node.tag == "script" else node.get("onload") or ""
    return code if _TIMES.search(code) and _LEAVES.search(code) else ""


def _passage(node: Node) -> str:
    """The code from where it leaves the page, for the person to read."""
    code = _code(node)
    match = _LEAVES.search(code)
    return code[max(match.start() - 40, 0) :] if match else code


RULE = Rule(
    asks=("13.1.3", "13.1.1"),
    applicability=lambda page: [
        node
        for node in in_generated_code([*page.select("script"), *page.with_attribute("onload")])
        if runs_a_script(node) and _code(node)
    ],
    expectation=a_person_must_look,
    message=lambda node, page: (
        f"Ce code change de page ou la recharge après un délai, {quote(_passage(node))}\u00a0: vérifiez qu’on peut "
        "l’arrêter ou obtenir plus de temps."
    ),
    fix="Laissez la personne changer de page par un lien, ou donnez-lui un bouton pour prolonger le délai.",
)
