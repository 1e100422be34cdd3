"""The defects that the online version of a page already has: seen before a draft of it is refused for them."""

from collections import Counter

from django.db import transaction
from wagtail.models import Page

from audits.gate.identity import identity_of
from audits.gate.judging import judge
from audits.models import LiveDefect, UrgentPublication, Verdict


def see_live_defects(page: Page) -> None:
    """Judge what is online of a page, and remember its defects. Raises VerdictUnavailable.

    What went online unjudged was accepted by nobody: its defects are not old ones. Asks a browser, so it does nothing
    inside a transaction, where what is remembered counts.
    """
    if transaction.get_connection().in_atomic_block:
        return
    online = page.specific_class._base_manager.filter(pk=page.pk, live=True).first()
    if online is None or went_live_unjudged(page):
        return
    remember_live_defects(page, judge(online))


@transaction.atomic
def remember_live_defects(page: Page, verdict: Verdict) -> None:
    """Keep the defects that this verdict finds in what is online of a page, each since it was first seen."""
    keep_live_defects(page, verdict)
    for kind, (count, message) in _counted(verdict).items():
        rule, element, block = kind
        LiveDefect.objects.update_or_create(
            page_id=page.pk,
            rule=rule,
            element=element,
            block=block,
            defaults={"count": count, "message": message},
        )


def went_live_unjudged(page: Page) -> bool:
    """Whether what is online of a page was published urgently, and is not mended."""
    return UrgentPublication.objects.filter(page=page.pk, mended_at=None).exists()


def keep_live_defects(page: Page, verdict: Verdict) -> None:
    """Forget the old defects of a page that what goes online with this verdict no longer has."""
    counted = _counted(verdict)
    for row in LiveDefect.objects.filter(page=page.pk):
        left = counted[row.kind][0] if row.kind in counted else 0
        if not left:
            row.delete()
        elif left < row.count:
            row.count = left
            row.save(update_fields=["count"])


def _counted(verdict: Verdict) -> dict[tuple[str, str, str], tuple[int, str]]:
    """How many times the content has each defect, and its message."""
    kinds = [identity_of(finding).kind for finding in verdict.content_findings]
    messages = dict(zip(kinds, (finding["message"] for finding in verdict.content_findings), strict=True))
    return {kind: (count, messages[kind]) for kind, count in Counter(kinds).items()}
