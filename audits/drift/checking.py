"""One page online judged again, as visitors get it now."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from django.db import transaction
from wagtail.models import Page

from accessibility.checker_client import CheckerUnavailable
from audits.drift.causes import Cause, causes
from audits.drift.recording import could_not_be_checked, record
from audits.gate.blocking import unexcused_findings
from audits.gate.content import content_hash
from audits.gate.errors import VerdictUnavailable
from audits.gate.judging import checker, judge_rendering, new_verdict, rendering_of, verdict_on
from audits.gate.ratchet import remember_live_defects, went_live_unjudged
from audits.models import LiveState


class CheckerAway(Exception):
    """Nobody judges: going on would only say so of each page. The message is for an engineer."""


class Outcome(Enum):
    """What a page became."""

    COMPLIES = "conforme"
    MENDED = "de nouveau conforme"
    NEWLY_FAILING = "plus conforme"
    STILL_FAILING = "toujours pas conforme"
    NOT_CHECKED = "pas contrôlée"
    GONE = "plus en ligne, ou publiée entre-temps"


@dataclass(frozen=True)
class Checked:
    """What was found of a page. `judged`: the checker was asked, for nothing was known of what is online now."""

    page: Page
    outcome: Outcome
    judged: bool = False
    causes: list[Cause] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)
    state: LiveState | None = None
    reason: str = ""


def check(number: int, *, keeping: bool = True) -> Checked | None:
    """Judge a page online again and write down what is found; None for a page that is not online any more.

    Nothing is written without `keeping`. Raises CheckerAway.
    """
    page = Page.objects.filter(pk=number, live=True).first()
    if page is None:
        return None
    page = page.specific
    before = LiveState.objects.select_related("verdict").filter(page_id=page.pk).first()
    try:
        rendering = rendering_of(page)
        known = verdict_on(rendering)
        verdict = known or (judge_rendering if keeping else new_verdict)(rendering)
    except VerdictUnavailable as error:
        _make_sure_that_somebody_judges()
        state = could_not_be_checked(page, error.reason) if keeping else before
        return Checked(page, Outcome.NOT_CHECKED, reason=error.reason, state=state)
    changed = causes(before, content_hash(page.serializable_data()), verdict)
    findings = unexcused_findings(verdict, page)
    outcome = _outcome(before, bool(findings))
    state = before
    if keeping:
        state = _recorded(page, verdict, changed)
        outcome = outcome if state else Outcome.GONE
    return Checked(page, outcome, known is None, changed, findings, state)


def _outcome(before: LiveState | None, fails: bool) -> Outcome:
    failed = before is not None and before.failing_since is not None
    if fails:
        return Outcome.STILL_FAILING if failed else Outcome.NEWLY_FAILING
    return Outcome.MENDED if failed else Outcome.COMPLIES


@transaction.atomic
def _recorded(page: Page, verdict, changed: list[Cause]) -> LiveState | None:
    """The state written down; None when the page was published or taken down while it was judged."""
    same = Page.objects.select_for_update().filter(
        pk=page.pk, live=True, live_revision_id=page.live_revision_id, last_published_at=page.last_published_at
    )
    if not same.exists():
        return None
    if not went_live_unjudged(page):
        remember_live_defects(page, verdict)
    return record(page, verdict, causes=changed)


def _make_sure_that_somebody_judges() -> None:
    try:
        checker().ping()
    except CheckerUnavailable as error:
        raise CheckerAway(str(error)) from error
