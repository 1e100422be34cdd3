"""How far an audit is, for somebody who watches it."""

import math
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from audits.auditing import queries
from audits.auditing.options import AuditOptions
from audits.models.audit import Audit, AuditPage

_RECENT = timedelta(minutes=2)


@dataclass(frozen=True)
class RunProgress:
    """Pages, by number: judged or lost (`done`), lost, left as far as is known and within the audit's limit.

    `per_minute` is their speed lately, None before two of them; `last` the last one visited. `is_choosing`: the site is
    looked at for a sample, and `left` counts what is known of it.
    """

    done: int
    lost: int
    left: int
    per_minute: float | None
    last: AuditPage | None
    is_choosing: bool = False

    @property
    def total(self) -> int:
        """What the audit will have done if it meets no other page."""
        return self.done + self.left

    @property
    def minutes_left(self) -> int | None:
        """At the present speed, rounded up; None while nobody can tell."""
        return math.ceil(self.left / self.per_minute) if self.per_minute else None


def progress_of_run(audit: Audit) -> RunProgress:
    """Count what an audit has done and what it has still to do."""
    counts = queries.counts_of(audit)
    lost = counts[AuditPage.State.ERROR]
    done = counts[AuditPage.State.DONE] + lost
    options = AuditOptions.from_json(audit.options)
    left = counts[AuditPage.State.WAITING]
    if not options.sample:
        left = min(left, max(0, options.max_pages - done))
    is_choosing = options.sample and not audit.options.get("sample_chosen")
    visited = audit.pages.filter(state__in=(AuditPage.State.DONE, AuditPage.State.ERROR)).order_by("-visited_at")
    return RunProgress(done, lost, left, _per_minute(visited), visited.first(), is_choosing)


def _per_minute(visited) -> float | None:
    times = list(visited.filter(visited_at__gt=timezone.now() - _RECENT).values_list("visited_at", flat=True))
    if len(times) < 2 or times[0] == times[-1]:
        return None
    return (len(times) - 1) / ((times[0] - times[-1]) / timedelta(minutes=1))
