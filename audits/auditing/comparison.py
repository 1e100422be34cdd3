"""What changed between two audits of the same site: new findings, mended ones, those that are still there.

A finding is known again by its verdict, its rule, its RGAA tests, the address of its page and the component that
its element is (audits/models/component.py). Selectors change as soon as somebody adds a
paragraph above, so they count only where there is no code. Messages are left out, since we improve them from one
version to the next. Two elements of one page with the same code are counted: where the older audit has three and the
newer two, two are still there and one is mended.

Only pages that both audits judged are compared. A defect of a page that is gone, or that could not be loaded, is not
mended: those pages are listed apart.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b

from django.db.models import Exists, OuterRef, QuerySet

from accessibility.outcome import Status
from accessibility.rgaa import Criterion
from audits.auditing.summary import Summary, summarise
from audits.models.audit import Audit, AuditFinding, AuditPage


class Change(StrEnum):
    """What became of a finding from the older audit to the newer."""

    NEW = "new"
    MENDED = "mended"
    STILL = "still"


@dataclass(frozen=True)
class CriterionChange:
    """A criterion whose status is not the same."""

    criterion: Criterion
    before: Status
    after: Status


@dataclass(frozen=True)
class Comparison:
    """Two audits compared. `findings` holds the numbers of the findings: the older audit's for those mended, else
    the newer's; `failures` counts those that are certain defects."""

    older: Summary
    newer: Summary
    findings: dict[Change, list[int]]
    failures: Counter[Change]
    criteria: list[CriterionChange]
    only_older: QuerySet[AuditPage]
    only_newer: QuerySet[AuditPage]
    pages_compared: int = 0

    @property
    def summaries(self) -> tuple[Summary, Summary]:
        """The older, then the newer."""
        return self.older, self.newer

    @property
    def same_engine(self) -> bool:
        """Whether one engine judged both, so that what changed is the site."""
        return self.older.audit.engine_fingerprint == self.newer.audit.engine_fingerprint


def audits_to_compare(audit: Audit) -> QuerySet[Audit]:
    """The other audits of the same start address that judged pages, the latest first."""
    judged = AuditPage.objects.filter(audit=OuterRef("pk"), state=AuditPage.State.DONE)
    return Audit.objects.filter(Exists(judged), start_url=audit.start_url).exclude(pk=audit.pk)


def default_other(audit: Audit) -> Audit | None:
    """The last finished audit before this one, else the first of the others."""
    others = audits_to_compare(audit)
    earlier = others.filter(state=Audit.State.FINISHED, started_at__lte=audit.started_at)
    return earlier.first() or others.first()


def compare(one: Audit, other: Audit) -> Comparison:
    """Compare two audits, whichever is the older. The number of queries does not depend on their size."""
    older, newer = sorted((one, other), key=lambda audit: (audit.started_at, audit.pk))
    sorted_out = _Sorter(older, newer)
    summaries = summarise(older), summarise(newer)
    return Comparison(
        older=summaries[0],
        newer=summaries[1],
        findings=sorted_out.findings,
        failures=sorted_out.failures,
        criteria=list(_changed_criteria(*summaries)),
        only_older=_pages_without(older, newer),
        only_newer=_pages_without(newer, older),
        pages_compared=summaries[1].done - _pages_without(newer, older).count(),
    )


@dataclass
class _Sorter:
    older: Audit
    newer: Audit
    findings: dict[Change, list[int]] = field(init=False)
    failures: Counter[Change] = field(init=False, default_factory=Counter)

    def __post_init__(self) -> None:
        self.findings = {change: [] for change in Change}
        older = list(_keyed(self.older, self.newer))
        left = Counter(key for _, _, key in older)
        for number, verdict, key in _keyed(self.newer, self.older):
            change = Change.STILL if left[key] > 0 else Change.NEW
            left[key] -= change is Change.STILL
            self._put(change, number, verdict)
        for number, verdict, key in older:
            if left[key] > 0:
                left[key] -= 1
                self._put(Change.MENDED, number, verdict)

    def _put(self, change: Change, number: int, verdict: str) -> None:
        self.findings[change].append(number)
        self.failures[change] += verdict == AuditFinding.Verdict.FAIL


def _keyed(audit: Audit, other: Audit) -> Iterator[tuple[int, str, bytes]]:
    rows = (
        AuditFinding.objects.filter(page__audit=audit, page__state=AuditPage.State.DONE)
        .filter(Exists(_same_address(other, OuterRef("page__address"))))
        .order_by("page_id", "pk")
        .values_list("pk", "verdict", "rule", "tests", "page__address", "component", "targets")
    )
    for number, verdict, rule, tests, address, component, targets in rows.iterator():
        place = component or "\0".join(targets)
        key = blake2b("\0".join((verdict, rule, tests, address, place)).encode(), digest_size=16).digest()
        yield number, verdict, key


def _same_address(audit: Audit, address) -> QuerySet[AuditPage]:
    return AuditPage.objects.filter(audit=audit, state=AuditPage.State.DONE, address=address)


def _pages_without(audit: Audit, other: Audit) -> QuerySet[AuditPage]:
    judged = AuditPage.objects.filter(audit=audit, state=AuditPage.State.DONE)
    return judged.exclude(Exists(_same_address(other, OuterRef("address"))))


def _changed_criteria(older: Summary, newer: Summary) -> Iterator[CriterionChange]:
    before = {line.criterion.id: line.status for line in older.criteria}
    for line in newer.criteria:
        then = before.get(line.criterion.id)
        if then is not None and then is not line.status:
            yield CriterionChange(line.criterion, then, line.status)
