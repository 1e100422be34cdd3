"""An audit summed up: each criterion over the audited pages, each rule by what it found, the rate or its bounds."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Count, Max, Min, Sum

from accessibility.outcome import (
    RateBounds,
    Status,
    conformity_rate,
    percent_rounded_down,
    rate_bounds,
    status_over_sample,
)
from accessibility.rgaa import Criterion
from audits.auditing.page_statuses import Statuses, statuses_of_pages
from audits.auditing.queries import counts_of, findings_of, reference_of
from audits.models.audit import Audit, AuditFinding, AuditPage

OF_DOCUMENTS = ("13.3", "13.4")
"""The criteria on office documents: whether they are accessible, or have an accessible version that says the same."""
_NO_BREAK = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class CriterionLine:
    """One criterion: its status over the audited pages, and on how many of them it fails."""

    criterion: Criterion
    status: Status
    pages_failing: int


@dataclass(frozen=True)
class RuleLine:
    """One rule: what it says, how many times, on how many pages."""

    rule: str
    verdict: str
    message: str
    tests: tuple[str, ...]
    findings: int
    pages: int
    has_one_message: bool = True

    @property
    def is_failure(self) -> bool:
        return self.verdict == AuditFinding.Verdict.FAIL


@dataclass(frozen=True)
class Summary:
    """The state of an audit: addresses by state, criteria in official order, rules from the most frequent.

    `page_rates`: by number of page, the rate of each page judged that has one, processes counted as wholes;
    `pages_without_criteria`: pages judged to which no criterion applies.
    """

    audit: Audit
    counts: dict[str, int]
    criteria: tuple[CriterionLine, ...]
    rules: tuple[RuleLine, ...]
    milliseconds: int
    page_rates: dict[int, Fraction]
    pages_without_criteria: int

    @property
    def done(self) -> int:
        """Pages judged."""
        return self.counts[AuditPage.State.DONE]

    @property
    def errors(self) -> int:
        """Pages that could not be judged."""
        return self.counts[AuditPage.State.ERROR]

    @property
    def failures(self) -> int:
        """Certain defects."""
        return sum(line.findings for line in self.rules if line.is_failure)

    @property
    def statuses(self) -> dict[Status, int]:
        """How many criteria have each status."""
        counted = Counter(line.status for line in self.criteria)
        return {status: counted[status] for status in Status}

    @property
    def rate(self) -> Fraction | None:
        """The rate of conformity; None while a criterion remains to be tested, and nothing may stand for it."""
        return conformity_rate(line.status for line in self.criteria)

    @property
    def bounds(self) -> RateBounds | None:
        """Between what the rate must lie, whatever a person decides of what remains."""
        return rate_bounds(line.status for line in self.criteria)

    @property
    def mean_rate(self) -> Fraction | None:
        """The mean of the rates of the pages; None while a page judged has a criterion to be tested."""
        complete = self.page_rates and len(self.page_rates) + self.pages_without_criteria == self.done
        return sum(self.page_rates.values(), Fraction(0)) / len(self.page_rates) if complete else None

    @property
    def rate_text(self) -> str:
        """The rate, or why there is none yet, in French."""
        if not self.done:
            return "Aucune page n’a été auditée."
        if self.rate is not None:
            percent = percent_rounded_down(self.rate, 2)
            return f"Taux de conformité des critères testés par le moteur{_NO_BREAK}: {percent}{_NO_BREAK}%."
        bounds = self.bounds
        if bounds is None:
            return "Aucun critère n’est applicable."
        highest = percent_rounded_down(bounds.highest, 2)
        lowest = percent_rounded_down(bounds.lowest, 2)
        left = self.statuses[Status.NT]
        return (
            f"Pas encore de taux de conformité{_NO_BREAK}: il reste {left} critères à faire vérifier par une personne. "
            f"Il sera compris entre {lowest}{_NO_BREAK}% et {highest}{_NO_BREAK}%."
        )


def summarise(audit: Audit) -> Summary:
    """Sum up an audit from its stored pages and findings, whether it is over or not."""
    pages = audit.pages.filter(state=AuditPage.State.DONE)
    tally = _Tally(audit)
    for number, statuses in statuses_of_pages(audit):
        tally.add(number, statuses)
    return Summary(
        audit=audit,
        counts=counts_of(audit),
        criteria=tuple(tally.criteria()),
        rules=tuple(rules_of(audit)),
        milliseconds=pages.aggregate(total=Sum("milliseconds"))["total"] or 0,
        page_rates=tally.page_rates,
        pages_without_criteria=tally.pages_without_criteria,
    )


class _Tally:
    """The statuses of pages counted by criterion, and the rates of these pages."""

    def __init__(self, audit: Audit) -> None:
        self._reference = reference_of(audit)
        self._statuses: dict[str, Counter[Status]] = {number: Counter() for number in self._reference.criteria}
        self._documents = audit.pages.filter(state=AuditPage.State.DOCUMENT).exists()
        self.page_rates: dict[int, Fraction] = {}
        self.pages_without_criteria = 0

    def add(self, page: int, statuses: Statuses) -> None:
        for number, status in statuses.items():
            self._statuses[number][status] += 1
        rate = conformity_rate(statuses.values())
        if rate is not None:
            self.page_rates[page] = rate
        self.pages_without_criteria += set(statuses.values()) == {Status.NA}

    def criteria(self) -> Iterator[CriterionLine]:
        """The lines of the summary; documents that nobody has looked at leave undecided what is asked of them."""
        for number, criterion in self._reference.criteria.items():
            counted = self._statuses[number]
            found = {status for status, count in counted.items() if count}
            if self._documents and number in OF_DOCUMENTS:
                found.add(Status.NT)
            yield CriterionLine(criterion, status_over_sample(found), counted[Status.NC])


def rules_of(audit: Audit) -> Iterator[RuleLine]:
    """What each rule found: certain defects first, and among them those on most pages. One query."""
    found = (
        findings_of(audit)
        .order_by()
        .values("rule", "verdict")
        .annotate(
            findings=Count("pk"),
            pages=Count("page", distinct=True),
            least=Min("message"),
            greatest=Max("message"),
            tests=Min("tests"),
        )
        .order_by("verdict", "-pages", "-findings", "rule")
    )
    for row in found:
        yield RuleLine(
            row["rule"],
            row["verdict"],
            row["least"],
            tuple(row["tests"].strip(",").split(",")),
            row["findings"],
            row["pages"],
            row["least"] == row["greatest"],
        )
