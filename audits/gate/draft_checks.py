"""Checks of saved drafts: asked by their editors, or left behind by a publication that was asked."""

from django.utils import timezone
from wagtail.models import Page, Revision

from accessibility import engine
from audits.gate.content import probably_same_content
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


def accepted_before(page: Page, revision: Revision) -> Verdict | None:
    """The accepting verdict that the last check of this page gave, by this engine, to the content of this revision.

    It lets expect that the page is accepted as it is shown today, and no more. None for a page that others follow.
    """
    known = DraftCheck.objects.select_related("revision", "verdict").filter(
        page_id=page.pk, verdict__accepted=True, judged_by=engine.fingerprint()
    )
    check = known.first()
    if check is None or check.revision is None or page.aliases.exists():
        return None
    return check.verdict if probably_same_content(check.revision.content, revision.content) else None


def _keep(page: Page, revision: Revision, **known) -> None:
    """Write what is known of a draft, unless a newer draft is known already."""
    if DraftCheck.objects.filter(page_id=page.pk, saved_at__gt=revision.created_at).exists():
        return
    state = {"verdict": None, "judged_by": "", "reason": "", "asked_at": None, **known}
    DraftCheck.objects.update_or_create(
        page_id=page.pk, defaults={"revision": revision, "saved_at": revision.created_at, **state}
    )
