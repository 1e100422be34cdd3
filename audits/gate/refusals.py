"""Remembering a refusal: for the editor, for the page's history."""

from wagtail.log_actions import log
from wagtail.models import Page, Revision

from audits.gate.blocking import blocking_findings
from audits.models import Refusal, Verdict


def record_refusal(page: Page, verdict: Verdict, *, user=None, revision: Revision | None = None, door: str) -> Refusal:
    """Write a refusal down, in our table and in the page's history."""
    blocking = blocking_findings(verdict, page)
    refusal = Refusal.objects.create(page_id=page.pk, verdict=verdict, user=user, revision=revision, door=door)
    log(
        instance=page,
        action="audits.refuse",
        user=user,
        revision=revision,
        data={
            "refusal": refusal.pk,
            "count": len(blocking),
            "messages": [finding["message"] for finding in blocking[:5]],
        },
    )
    return refusal


def refusal_with(verdict: Verdict, page: Page, *, user=None, door: str) -> Refusal:
    """The refusal of a page with this verdict; written again when the transaction that refused took it back."""
    return verdict.refusals.filter(page_id=page.pk).first() or record_refusal(page, verdict, user=user, door=door)
