"""What of a verdict blocks a page now: its findings, less what people decided, less what was online before its rule.

A verdict never changes; decisions begin and end. So a publication is accepted by both together, each time anew. The
database alone is read: safe inside a transaction.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page, Site

from audits.gate.identity import Identity, identity_decided, identity_of
from audits.models import Appeal, Derogation, GateRules, LaissezPasser, LiveDefect, Verdict
from audits.models.element import ElementDecision
from audits.models.ratchet import DAYS

Cover = ElementDecision | LiveDefect | None
"""Why a finding does not block; None when it does."""


def blocking_findings(verdict: Verdict, page: Page) -> list[dict[str, Any]]:
    """The findings of a verdict's content that keep the page offline today."""
    covers = covers_of(verdict, page)
    return [finding for finding, cover in zip(verdict.content_findings, covers, strict=True) if cover is None]


def unexcused_findings(verdict: Verdict, page: Page) -> list[dict[str, Any]]:
    """The findings that no person decided to let be: what blocks, and the old defects that only warn."""
    covers = covers_of(verdict, page)
    return [
        finding
        for finding, cover in zip(verdict.content_findings, covers, strict=True)
        if not isinstance(cover, ElementDecision)
    ]


def accepts(verdict: Verdict, page: Page) -> bool:
    """Whether the page may go live with this verdict. One that refuses without saying why is never talked round."""
    if not verdict.content_findings:
        return verdict.accepted
    return not blocking_findings(verdict, page)


def covers_of(verdict: Verdict, page: Page) -> list[Cover]:
    """For each finding of the verdict's content, in order, the decision or the old defect that covers it.

    An overruled element and a rule turned into advice cover all that is the same; a let-through covers one element,
    and an old defect as many as are online.
    """
    return covers_of_each([(page, verdict)])[page.pk]


def covers_of_each(judged: Iterable[tuple[Page, Verdict]]) -> dict[int | None, list[Cover]]:
    """The same for several pages, by their numbers. As many queries however many pages."""
    found = {page.pk: [] for page, verdict in judged}
    with_defects = [(page, verdict) for page, verdict in judged if verdict.content_findings]
    if with_defects:
        decisions = _Decisions([page for page, _ in with_defects])
        for page, verdict in with_defects:
            standing = _Standing(page, decisions)
            found[page.pk] = [standing.cover(identity_of(finding)) for finding in verdict.content_findings]
    return found


class _Decisions:
    """What is decided of some pages, their sites and their old defects, read at once."""

    def __init__(self, pages: list[Page]) -> None:
        numbers = {pk for page in pages for pk in _numbers(page)}
        sites = {_site_number(page) for page in pages} - {None}
        appeals = Appeal.objects.filter(Q(page__in=numbers, state="overruled") | Q(site__in=sites, state="advice"))
        self.overruled, self.advice = [], defaultdict(dict)
        for appeal in appeals:
            if appeal.state == Appeal.State.ADVICE and appeal.site_id in sites:
                self.advice[appeal.site_id][appeal.rule] = appeal
            else:
                self.overruled.append(appeal)
        self.granted = [
            *LaissezPasser.objects.filter(page__in=numbers),
            *Derogation.objects.filter(page__in=numbers),
        ]
        self.old = list(LiveDefect.objects.filter(page__in=numbers, page__live=True))
        self.days = dict(GateRules.objects.filter(site__in=sites).values_list("site", "days"))


class _Standing:
    """The decisions that hold for a page today, taken one by one as findings claim them."""

    def __init__(self, page: Page, decisions: _Decisions) -> None:
        numbers, site = _numbers(page), _site_number(page)
        self.overruled = {identity_decided(row): row for row in decisions.overruled if row.page_id in numbers}
        self.advice = decisions.advice[site]
        granted = [row for row in decisions.granted if row.page_id in numbers]
        self.let_through = defaultdict(list)
        for row in granted:
            if row.is_in_force:
                self.let_through[identity_decided(row)].append(row)
        since = timezone.now() - timedelta(days=decisions.days.get(site, DAYS))
        # What was once let through was never accepted: its end is its end.
        once_let_through = {identity_decided(row).kind for row in granted}
        self.old = {
            row.kind: _Old(row, row.count)
            for row in decisions.old
            if row.page_id == page.pk and row.first_seen > since and row.kind not in once_let_through
        }

    def cover(self, identity: Identity) -> Cover:
        found = self.advice.get(identity.rule) or self.overruled.get(identity)
        if found is None and self.let_through[identity]:
            found = self.let_through[identity].pop(0)
        if found is None and identity.kind in self.old and self.old[identity.kind].left:
            self.old[identity.kind].left -= 1
            found = self.old[identity.kind].defect
        return found


@dataclass
class _Old:
    """A defect that is online, and how many more of it a draft may have."""

    defect: LiveDefect
    left: int


def days_to_mend(site: Site | None) -> int:
    """How long a defect that was online before its rule only warns, on a site."""
    rules = GateRules.objects.filter(site=site).first() if site else None
    return rules.days if rules else DAYS


def _numbers(page: Page) -> list[int]:
    """A page's number and that of the page it is an alias of: what was decided of its blocks holds there too."""
    return [pk for pk in (page.pk, page.alias_of_id) if pk]


def _site_number(page: Page) -> int | None:
    """The number of the site that shows a page, without a query."""
    return next(
        (root.site_id for root in Site.get_site_root_paths() if page.url_path.startswith(root.root_path)),
        None,
    )
