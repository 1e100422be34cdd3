"""What the task workers do for the gate and the audits."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

from django.utils import timezone
from django_tasks import task

from audits.auditing import actions
from audits.auditing.running import run_audit
from audits.decisions.mails import tell_of_urgent
from audits.decisions.reporting import report_decisions
from audits.drift.background import recheck_night, recheck_some
from audits.drift.checking import CheckerAway, check
from audits.gate.errors import VerdictUnavailable
from audits.gate.pending import settle_all
from audits.gate.urgent_judgement import judge_urgent
from audits.models import UrgentPublication

_JUDGED_AGAIN_AFTER = timedelta(minutes=2)
_STOPPING = (signal.SIGINT, signal.SIGTERM)


@task(backend="audit")
def settle_pending_publications() -> dict[str, int]:
    """Judge and publish, or refuse, the publications that wait."""
    settled, waiting = settle_all()
    return {"settled": settled, "waiting": waiting}


@task(backend="audit")
def judge_urgent_publication(pk: int) -> None:
    """Judge what was published urgently and tell of its defects; come back while nothing can judge it."""
    urgent = UrgentPublication.objects.select_related("page", "user").filter(pk=pk).first()
    if urgent is None:
        return
    try:
        findings = judge_urgent(urgent)
    except VerdictUnavailable:
        judge_urgent_publication.using(run_after=timezone.now() + _JUDGED_AGAIN_AFTER).enqueue(pk)
        return
    with suppress(CheckerAway):
        check(urgent.page_id)
    if findings:
        tell_of_urgent(urgent, findings)


@task(backend="audit")
def report_decisions_due() -> list[int]:
    """Report the let-throughs that end soon, and the urgent publications that are not mended."""
    return list(report_decisions())


@task(backend="audit", queue_name="sites")
def run_site_audit(pk: int) -> None:
    """Run an audit, if it still waits: it may have been cancelled, or taken over by somebody else."""
    if audit := actions.begin_queued(pk):
        with _put_down_when_terminated():
            run_audit(audit)


@task(backend="audit", priority=-10)
def recheck_pages(numbers: list[int]) -> dict[str, int]:
    """Judge again a few pages online, after the publications that wait."""
    return recheck_some(numbers)


@task(backend="audit", queue_name="sites")
def recheck_every_night() -> None:
    """Judge again everything online, and come back the next night."""
    with _put_down_when_terminated():
        recheck_night(recheck_every_night)


@contextmanager
def _put_down_when_terminated() -> Iterator[None]:
    """A worker that is told to stop puts its work down at once, as Ctrl-C does, rather than finish it."""
    of_worker = {number: signal.signal(number, signal.default_int_handler) for number in _STOPPING}
    stopped = False
    try:
        yield
    except KeyboardInterrupt:
        stopped = True
    finally:
        for number, handler in of_worker.items():
            signal.signal(number, handler)
        if stopped:
            os.kill(os.getpid(), signal.SIGTERM)
