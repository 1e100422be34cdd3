"""Reads of what people decided, and of what they may decide on."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Page, Revision, Site

from audits.gate.blocking import covers_of
from audits.gate.identity import Identity, identity_of
from audits.models import Appeal, Derogation, DraftCheck, LaissezPasser, Refusal, UrgentPublication, Verdict
from audits.models.let_through import SOON, LetThrough

REMINDED_EVERY = timedelta(days=7)


@dataclass(frozen=True)
class RefusedFinding:
    """One finding for which a page was refused, or would be: where it is in the verdict, of which draft."""

    page: Page
    verdict: Verdict
    position: int
    revision: Revision | None

    @property
    def finding(self) -> dict[str, Any]:
        return self.verdict.content_findings[self.position]

    @property
    def identity(self) -> Identity:
        return identity_of(self.finding)

    @property
    def blocks(self) -> bool:
        """Whether it still does: nobody decided otherwise meanwhile."""
        return covers_of(self.verdict, self.page)[self.position] is None

    @property
    def draft(self) -> Page:
        """The content that was refused, where it is still there."""
        return self.revision.as_object() if self.revision else self.page


def refused_finding(page: Page, verdict: Verdict, position: int) -> RefusedFinding | None:
    """That finding, if the page was refused, or its draft checked, with this verdict, which has it; else None."""
    refusals = Refusal.objects.filter(page=page.pk, verdict=verdict).select_related("revision").order_by("-pk")
    checks = DraftCheck.objects.filter(page=page.pk, verdict=verdict).select_related("revision")
    said = [*refusals.exclude(revision=None)[:1], *checks[:1], *refusals[:1]]
    if not said or not 0 <= position < len(verdict.content_findings):
        return None
    return RefusedFinding(page.specific, verdict, position, said[0].revision or page.latest_revision)


def appeals_of(page: Page, identity: Identity) -> QuerySet[Appeal]:
    """The appeals on one element of a page, the latest first."""
    return Appeal.objects.filter(page=page.pk, **identity._asdict()).select_related("user", "decided_by")


def open_appeals(page: Page, identity: Identity) -> QuerySet[Appeal]:
    """Those of them that wait for an answer."""
    return appeals_of(page, identity).filter(state=Appeal.State.OPEN)


def online_let_throughs(site: Site) -> tuple[list[LaissezPasser], list[Derogation]]:
    """Those with which something is online that visitors of the site can read, ended ones included."""
    public = Page.objects.live().public().descendant_of(site.root_page, inclusive=True)
    return tuple(
        list(
            model.objects.filter(page__in=public)
            .exclude(online_since=None)
            .select_related("page")
            .order_by("page__path", "pk")
        )
        for model in (LaissezPasser, Derogation)
    )


def ending_soon(granted: QuerySet) -> QuerySet:
    """Those of the let-throughs that end within days."""
    today = timezone.localdate()
    return granted.filter(withdrawn_at=None, ends_on__gte=today, ends_on__lte=today + SOON)


def ends_to_report() -> list[LetThrough]:
    """The ends that are near and that nobody was told of."""
    return [
        granted
        for model in (LaissezPasser, Derogation)
        for granted in ending_soon(model.objects.filter(reported_at=None)).select_related("page", "user")
    ]


def urgent_to_report() -> QuerySet[UrgentPublication]:
    """The urgent publications that are still online with their defects, or unjudged, and were not told of lately."""
    lately = timezone.now() - REMINDED_EVERY
    still = UrgentPublication.objects.filter(mended_at=None, page__live=True).exclude(published_at=None)
    return still.exclude(reported_at__gt=lately).select_related("page", "user")
