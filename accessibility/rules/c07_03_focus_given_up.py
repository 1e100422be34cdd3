"""7.3.2: a script does not take the focus away from the element that has just received it.

An `onfocus` attribute whose only instruction is to give the focus up takes it away each time, for whoever moves by
keyboard. A longer script takes a person.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#7.3.2
"""

import re

from accessibility.page.scope import in_generated_code, shown
from accessibility.rules.base import Answer, Rule

_ONLY_BLURS = re.compile(r"\s*(?:javascript:)?\s*(?:return\s+)?this\.blur\(\s*\)\s*;?\s*", re.IGNORECASE)
_MAY_BLUR = re.compile(r"\.blur\(", re.IGNORECASE)


def _answer(script: str) -> Answer:
    if _ONLY_BLURS.fullmatch(script):
        return Answer.FAILS
    return Answer.A_PERSON_MUST_LOOK if _MAY_BLUR.search(script) else Answer.MEETS


RULE = Rule(
    fails=("7.3.2",),
    applicability=lambda page: [
        node for node in shown(in_generated_code(page.with_attribute("onfocus"))) if node.focusable is not False
    ],
    expectation=lambda node, page: _answer(node.get("onfocus") or ""),
    styles_matter=True,
    message="Dès que cet élément reçoit le focus, un script le lui retire\u00a0: il ne sert pas au clavier.",
    review_message="Un script peut retirer le focus à cet élément\u00a0: vérifiez qu’on peut s’en servir au clavier.",
    fix="Supprimez l’attribut onfocus, et réglez l’aspect du focus dans la feuille de styles.",
)
