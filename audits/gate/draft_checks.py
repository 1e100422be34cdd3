"""Checks of saved drafts: asked by their editors, or left behind by a publication that was asked."""

from django.utils import timezone
from wagtail.models import Page, Revision

from accessibility import engine
from audits.gate.errors import VerdictUnavailable
from audits.gate.judging import judge
from audits.models import DraftCheck, Verdict


def check_draft(page: Page) -> Verdict:
    """The verdict on the latest draft of a page, kept for lists. Raises VerdictUnavailable, kept too.

    Work already done is not done again: a verdict that is known is only looked up.
    """
    revision = page.get_latest_revision()
    if revision is None:
        return judge(page.specific)
    _keep(page, revision, asked_at=timezone.now())
    try:
        verdict = judge(revision.as_object())
    except VerdictUnavailable as error:
        _keep(page, revision, reason=error.reason)
        raise
    remember(page, revision, verdict)
    return verdict


def remember(page: Page, revision: Revision, verdict: Verdict) -> None:
    """Keep the verdict on a revision, if it is the latest draft of its page."""
    if Page.objects.filter(pk=page.pk, latest_revision_id=revision.pk).exists():
        _keep(page, revision, verdict=verdict, judged_by=engine.fingerprint())


def _keep(page: Page, revision: Revision, **known) -> None:
    """Write what is known of a draft, unless a newer draft is known already."""
    if DraftCheck.objects.filter(page_id=page.pk, saved_at__gt=revision.created_at).exists():
        return
    state = {"verdict": None, "judged_by": "", "reason": "", "asked_at": None, **known}
    DraftCheck.objects.update_or_create(
        page_id=page.pk, defaults={"revision": revision, "saved_at": revision.created_at, **state}
    )
