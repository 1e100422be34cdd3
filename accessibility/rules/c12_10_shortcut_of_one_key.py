"""12.10.1: a shortcut of one key can be turned off or changed, or works only when its component has the focus.

A script listens to the keyboard on the whole document, and its first act, whatever has the focus and without Ctrl, Alt
nor Meta, is to compare the key with a letter, a digit or a sign and to leave the page, move the focus or press a
button. The function has no name and reads no setting: nothing can turn it off, change its key or tie it to a
component. Where the element is not in the page, where code may come from elsewhere or stop the event, a person tries. A
function that does anything else is left to the person who looks at all that listens to the keyboard.
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#12.10.1
"""

import re

from accessibility.page.inline_scripts import code_of, inline_scripts, whole_code
from accessibility.page.model import Node, Page
from accessibility.page.text import quote
from accessibility.rules.base import Answer, Rule

_LISTENS = re.compile(r"(?:document|window|document\.body)\s*\.\s*addEventListener\(\s*['\"]key(?:down|up|press)['\"]")
_FUNCTION = r"(?:function\s*\(\s*(?P<event>\w+)\s*\)|\(?\s*(?P<named>\w+)\s*\)?\s*=>)\s*\{\s*"
_ELEMENT = r"document\s*\.\s*(?:getElementById\(\s*['\"]|querySelector\(\s*['\"]#)(?P<target>[\w-]+)['\"]\s*\)"
_LEAVES = r"(?:window\.|document\.)?location(?:\.href)?\s*=\s*['\"][^'\"]+['\"]"
_SHORTCUT = re.compile(
    rf"{_LISTENS.pattern}\s*,\s*{_FUNCTION}"
    r"if\s*\(\s*(?:(?P=event)|(?P=named))\.key\s*===?\s*['\"](?P<key>[^\s'\"])['\"]\s*\)\s*\{?\s*"
    rf"(?:\w+\.preventDefault\(\s*\)\s*;\s*)?(?:{_LEAVES}|{_ELEMENT}\s*\.\s*(?:focus|click|submit)\(\s*\))\s*;?\s*\}}"
)
_MAY_STOP_IT = re.compile(r"stop(?:Immediate)?Propagation|removeEventListener|AbortController")


def _shortcut(script: Node) -> str:
    match = _SHORTCUT.search(code_of(script))
    return match["key"] if match else ""


def _acts(script: Node, page: Page) -> bool:
    """The element on which the shortcut acts, if any, is in the page."""
    target = _SHORTCUT.search(code_of(script))["target"]
    return target is None or page.by_id(target, script) is not None


def _expectation(script: Node, page: Page) -> Answer:
    if not _shortcut(script):
        return Answer.MEETS
    code = whole_code(page)
    unsure = code is None or _MAY_STOP_IT.search(code) or not _acts(script, page)
    return Answer.A_PERSON_MUST_LOOK if unsure else Answer.FAILS


RULE = Rule(
    fails=("12.10.1",),
    applicability=lambda page: [node for node in inline_scripts(page) if _LISTENS.search(code_of(node))],
    expectation=_expectation,
    message=lambda script, page: (
        f"La touche {quote(_shortcut(script))} seule agit partout dans la page, et rien ne permet de l’empêcher."
    ),
    fix="Exigez une touche Ctrl ou Alt en plus, ou offrez un réglage qui désactive le raccourci.",
)
