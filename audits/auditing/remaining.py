"""What is left for a person in an audit: the criteria that the machine did not decide, and the elements to look at."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count

from accessibility.outcome import Status
from accessibility.rgaa import Criterion
from audits.auditing.queries import findings_of
from audits.auditing.summary import Summary
from audits.models.audit import AuditFinding


@dataclass(frozen=True)
class RemainingLine:
    """A criterion to decide. `elements`: those that the engine points at; 0 when the whole page is to be read."""

    criterion: Criterion
    elements: int


def remaining_of(summary: Summary) -> list[RemainingLine]:
    """The criteria that nothing decides yet, in official order. One query."""
    elements = _elements_by_criterion(summary)
    return [
        RemainingLine(line.criterion, elements[line.criterion.id])
        for line in summary.criteria
        if line.status is Status.NT
    ]


def _elements_by_criterion(summary: Summary) -> Counter[str]:
    reviews = findings_of(summary.audit).filter(verdict=AuditFinding.Verdict.REVIEW)
    counted: Counter[str] = Counter()
    for tests, number in reviews.order_by().values_list("tests").annotate(Count("pk")):
        for criterion in {test.rpartition(".")[0] for test in tests.strip(",").split(",")}:
            counted[criterion] += number
    return counted
