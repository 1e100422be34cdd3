"""The status of each criterion on each page of an audit, once processes count as wholes.

The one place where the rule on processes (method of the RGAA; WCAG 2, conformance requirement 3) is applied: the
summary, the rates of pages and the exports read from here.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from accessibility.outcome import Outcome, Status, status_of_criterion, under_process_rule
from accessibility.rgaa import Reference
from audits.auditing.queries import reference_of
from audits.models.audit import Audit, AuditPage

Statuses = dict[str, Status]
"""By number of criterion."""

_STEPS = (AuditPage.State.DONE, AuditPage.State.ERROR, AuditPage.State.WAITING)


def statuses_of_tests(reference: Reference, tests: Mapping[str, str]) -> Statuses:
    """The statuses on a page taken alone, from the outcomes of its tests."""
    outcomes = {test: Outcome(outcome) for test, outcome in tests.items()}
    return {
        number: status_of_criterion(outcomes.get(test.id, Outcome.UNTESTED) for test in criterion.tests)
        for number, criterion in reference.criteria.items()
    }


def statuses_in_processes(audit: Audit) -> dict[int, Statuses]:
    """The statuses on each page judged that is a step of a process, by number of page. One query.

    A step that was not judged leaves undecided what is met on the others.
    """
    reference = reference_of(audit)
    steps = audit.pages.filter(state__in=_STEPS).exclude(process="").order_by("pk")
    processes: dict[str, set[int]] = defaultdict(set)
    alone: dict[int, Statuses] = {}
    judged = set()
    for number, process, state, tests in steps.values_list("pk", "process", "state", "tests"):
        processes[process].add(number)
        alone[number] = statuses_of_tests(reference, tests if state == AuditPage.State.DONE else {})
        if state == AuditPage.State.DONE:
            judged.add(number)
    after: dict[int, Statuses] = {number: {} for number in judged}
    for criterion in reference.criteria:
        column = {number: statuses[criterion] for number, statuses in alone.items()}
        for number, status in under_process_rule(column, processes.values()).items():
            if number in judged:
                after[number][criterion] = status
    return after


def statuses_of_pages(audit: Audit) -> Iterator[tuple[int, Statuses]]:
    """The number of each page judged and its statuses, in the order of the audit. Two queries, one page in memory."""
    reference, in_processes = reference_of(audit), statuses_in_processes(audit)
    judged = audit.pages.filter(state=AuditPage.State.DONE).order_by("pk").values_list("pk", "tests")
    for number, tests in judged.iterator():
        yield number, in_processes.get(number) or statuses_of_tests(reference, tests)
