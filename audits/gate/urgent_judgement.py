"""Judging what was published urgently, right after."""

from django.utils import timezone

from audits.gate.blocking import blocking_findings
from audits.gate.going_live import note_going_live
from audits.gate.judging import judge
from audits.models import UrgentPublication


def judge_urgent(urgent: UrgentPublication) -> list[dict]:
    """Judge what is online of its page; what blocks it. Nothing does once it is mended. Raises VerdictUnavailable.

    What is online may be newer than the urgent publication: then the gate judged it, and this was noted.
    """
    page = urgent.page.specific
    if urgent.mended_at or not page.live:
        return []
    verdict = judge(page)
    urgent.verdict, urgent.judged_at = verdict, timezone.now()
    urgent.save(update_fields=["verdict", "judged_at"])
    blocking = blocking_findings(verdict, page)
    if not blocking:
        note_going_live(page, verdict)
        urgent.refresh_from_db()
    return blocking
