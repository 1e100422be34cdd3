"""An overruled finding as a page for the tests of the engine: the element that it must no longer fail."""

import json

from audits.decisions.errors import DecisionError
from audits.models import Appeal

_HEAD = "<!DOCTYPE html>\n<!--%s-->\n"
_ROOT = '<html lang="fr">'
_TITLE = '<head><meta charset="utf-8"><title>Élément écarté</title></head>'


def fixture_of(appeal: Appeal) -> str:
    """The page: a head of JSON (rule, tests, versions, expected outcome), then the element in its context.

    Raises DecisionError unless the element was overruled.
    """
    if appeal.state != Appeal.State.OVERRULED:
        raise DecisionError(f"{appeal}\u00a0: «\u00a0{appeal.get_state_display()}\u00a0», il n’y a rien à exporter.")
    told = {
        "rule": appeal.rule,
        "rgaa": appeal.tests,
        "versions": appeal.verdict.versions,
        "expected": {"rule": appeal.rule, "verdict": "not fail"},
        "was": {"verdict": appeal.finding.get("verdict"), "message": appeal.message},
        "overruled_on": appeal.decided_at.date().isoformat() if appeal.decided_at else None,
    }
    # Nothing in it may end the comment.
    head = json.dumps(told, ensure_ascii=False, indent=2).replace("--", "-\\u002d").replace(">", "\\u003e")
    opening, inside, rest = appeal.context.partition("<body>")
    if not inside:
        is_root = opening.startswith("<html")
        opening, rest = (opening, "</body></html>") if is_root else (_ROOT, f"{opening}</body></html>")
    return f"{_HEAD % head}{opening}{_TITLE}<body>{rest}\n"


def fixture_name(appeal: Appeal) -> str:
    """The file's name, after the rule and the number of the appeal."""
    return f"{appeal.rule}-{appeal.pk}.html"
