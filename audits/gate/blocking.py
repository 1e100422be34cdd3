"""What of a verdict blocks a page now: its findings, less what people decided, less what was online before its rule.

A verdict never changes; decisions begin and end. So a publication is accepted by both together, each time anew. The
database alone is read: safe inside a transaction.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils import timezone
from wagtail.models import Page, Site

from audits.gate.identity import Identity, identity_of
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
    if not verdict.content_findings:
        return []
    standing = _Standing(page)
    return [standing.cover(identity_of(finding)) for finding in verdict.content_findings]


class _Standing:
    """The decisions that hold for a page today, taken one by one as findings claim them."""

    def __init__(self, page: Page) -> None:
        # An alias shows its page's blocks: what was decided of them holds there too.
        pages = [pk for pk in (page.pk, page.alias_of_id) if pk]
        site = page.get_site()
        self.overruled = {_exact(row): row for row in Appeal.objects.filter(page__in=pages, state="overruled")}
        self.advice = {row.rule: row for row in _advice_on(site)}
        granted = [*LaissezPasser.objects.filter(page__in=pages), *Derogation.objects.filter(page__in=pages)]
        self.let_through = _by(_exact, (row for row in granted if row.is_in_force))
        self.old = _old_defects(page, site, {(row.rule, row.element, row.block) for row in granted})

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


def _advice_on(site: Site | None) -> Iterable[Appeal]:
    return Appeal.objects.filter(site=site, state="advice") if site else ()


def _old_defects(page: Page, site: Site | None, let_through: set[tuple[str, str, str]]) -> dict[tuple, _Old]:
    """What is online and may stay for now. What was once let through was never accepted: its end is its end."""
    since = timezone.now() - timedelta(days=days_to_mend(site))
    known = LiveDefect.objects.filter(page=page.pk, page__live=True, first_seen__gt=since)
    return {row.kind: _Old(row, row.count) for row in known if row.kind not in let_through}


def _exact(row: ElementDecision) -> Identity:
    return Identity(row.rule, row.element, row.block, row.digest)


def _by(key, rows: Iterable) -> defaultdict[Identity, list]:
    grouped = defaultdict(list)
    for row in rows:
        grouped[key(row)].append(row)
    return grouped
