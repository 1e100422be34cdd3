"""Telling the officer, in time, of let-throughs that end and of urgent publications that are not mended."""

from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from audits.decisions import mails
from audits.decisions.queries import ends_to_report, urgent_to_report
from audits.gate.blocking import blocking_findings
from audits.models.let_through import SOON


@transaction.atomic
def report_decisions() -> tuple[int, int]:
    """Write of each end once, of each urgent publication once a week; how many ends, how many publications."""
    now = timezone.now()
    ends = ends_to_report()
    for granted in ends:
        mails.tell_officer_of_the_end(granted)
        granted.reported_at = now
        granted.save(update_fields=["reported_at"])
    urgent = list(urgent_to_report())
    for publication in urgent:
        verdict = publication.verdict
        findings = blocking_findings(verdict, publication.page.specific) if verdict else []
        mails.tell_of_urgent(publication, findings)
        publication.reported_at = now
        publication.save(update_fields=["reported_at"])
    return len(ends), len(urgent)


def report_before(end: date) -> None:
    """Have the worker report an end in time, whether or not a timer runs the command."""
    from audits.tasks import report_decisions_due

    morning = timezone.make_aware(datetime.combine(end - SOON, time(7)))
    due = report_decisions_due.using(run_after=max(morning, timezone.now()))
    transaction.on_commit(due.enqueue)
