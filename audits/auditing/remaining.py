"""What is left for a person in an audit: the criteria that the machine did not decide, and what to look at for each."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count

from accessibility.outcome import Status
from accessibility.rgaa import Criterion
from audits.auditing.queries import findings_of
from audits.auditing.sample import documents_of
from audits.auditing.summary import OF_DOCUMENTS, Summary
from audits.models.audit import AuditFinding, AuditPage


@dataclass(frozen=True)
class RemainingLine:
    """A criterion to decide. `elements`: those that the engine points at; 0 when the whole page is to be read.

    `documents`: those of the sample, for the criteria on documents.
    """

    criterion: Criterion
    elements: int
    documents: tuple[AuditPage, ...] = ()


def remaining_of(summary: Summary) -> list[RemainingLine]:
    """The criteria that nothing decides yet, in official order. Two queries."""
    elements = _elements_by_criterion(summary)
    documents = tuple(documents_of(summary.audit))
    return [
        RemainingLine(
            line.criterion,
            elements[line.criterion.id],
            documents if line.criterion.id in OF_DOCUMENTS else (),
        )
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
