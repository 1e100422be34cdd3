"""Writing down what was said of a page that is online, and what of it is to be mended."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from audits.gate.blocking import unexcused_findings
from audits.gate.content import content_hash
from audits.models import LiveFault, LiveState, Verdict
from audits.models.component import component_of


@transaction.atomic
def record(page: Page, verdict: Verdict, *, causes: Iterable[str] = ()) -> LiveState:
    """Write down the verdict on what is online of a page. What was wrong before keeps its date; what is mended goes."""
    now = timezone.now()
    unexcused = unexcused_findings(verdict, page)
    state = LiveState.objects.get_or_create(page_id=page.pk)[0]
    state.verdict, state.checked_at, state.content_hash = verdict, now, content_hash(page.serializable_data())
    state.failing_since = (state.failing_since or now) if unexcused else None
    state.published_by_id, state.published_at = _last_publication(page)
    state.doubt = state.reason = ""
    state.save()
    faults = [_technical(finding, now) for finding in verdict.technical_findings]
    if unexcused:
        faults.append(_of_content(page, unexcused, state.failing_since, causes))
    state.faults.set(faults)
    LiveFault.objects.filter(page_id=page.pk).exclude(pk__in=[fault.pk for fault in faults]).delete()
    return state


def doubt(pages: Iterable[int], why: LiveState.Doubt, reason: str = "") -> int:
    """Mark what was said of pages as no longer certain; how many there are."""
    return LiveState.objects.filter(page_id__in=list(pages)).update(doubt=why, reason=reason)


def could_not_be_checked(page: Page, reason: str) -> LiveState:
    """Note that a page could not be judged again. What was said before stays, with a doubt."""
    return LiveState.objects.update_or_create(
        page_id=page.pk, defaults={"doubt": LiveState.Doubt.ERROR, "reason": reason}
    )[0]


def forget(pages: Iterable[int]) -> None:
    """Drop the state of pages that are not online any more, with what was to be mended of them."""
    pages = list(pages)
    LiveState.objects.filter(page_id__in=pages).delete()
    LiveFault.objects.filter(page_id__in=pages).delete()


def forget_what_is_over() -> None:
    """Drop the states of pages taken down without a signal, and defects of the frame that no page shows any more."""
    forget(LiveState.objects.filter(page__live=False).values_list("page_id", flat=True))
    LiveFault.objects.filter(kind=LiveFault.Kind.TECHNICAL, states=None).delete()


def _technical(finding: dict[str, Any], now) -> LiveFault:
    place = finding.get("place", "")
    component = component_of(finding["html"]) or " ".join(map(str, finding["targets"]))
    key = hashlib.sha256("\0".join(("technical", finding["rule"], place, component)).encode()).hexdigest()
    defaults = {"kind": LiveFault.Kind.TECHNICAL, "place": place, "findings": [finding], "since": now}
    return LiveFault.objects.get_or_create(key=key, defaults=defaults)[0]


def _of_content(page: Page, findings: list[dict[str, Any]], since, causes: Iterable[str]) -> LiveFault:
    return LiveFault.objects.update_or_create(
        key=f"content-{page.pk}",
        defaults={"findings": findings},
        create_defaults={
            "kind": LiveFault.Kind.CONTENT,
            "page_id": page.pk,
            "findings": findings,
            "causes": list(causes),
            "since": since,
        },
    )[0]


def _last_publication(page: Page) -> tuple[int | None, Any]:
    """Who published a page last, by the page's history, else by the revision that is online; and when."""
    entries = PageLogEntry.objects.filter(page=page.pk, action__startswith="wagtail.publish").exclude(user=None)
    person = entries.order_by("-timestamp").values_list("user_id", flat=True).first()
    if person is None and page.live_revision:
        person = page.live_revision.user_id
    return person, page.last_published_at
