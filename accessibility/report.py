"""The report of one page: 258 outcomes, 106 statuses and the findings that explain them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from accessibility import rgaa
from accessibility.findings import Finding
from accessibility.outcome import Outcome, Status, Verdict, status_of_criterion


@dataclass(frozen=True)
class PageReport:
    """What the engine says of one page. `ms`: milliseconds spent, in all and by stage."""

    url: str
    status: int | None
    title: str
    versions: dict[str, str]
    tests: dict[str, Outcome]
    findings: Sequence[Finding]
    ms: dict[str, int] = field(default_factory=dict)

    @property
    def criteria(self) -> dict[str, Status]:
        """Status of each of the 106 criteria on this page."""
        reference = rgaa.load(self.versions["rgaa"])
        return {
            criterion.id: status_of_criterion(self.tests[test.id] for test in criterion.tests)
            for criterion in reference.criteria.values()
        }

    @property
    def failures(self) -> list[Finding]:
        """The certain defects."""
        return [finding for finding in self.findings if finding.verdict is Verdict.FAIL]

    def as_json(self) -> dict[str, Any]:
        """The report as the command line prints it, one line of JSON."""
        return {
            "url": self.url,
            "status": self.status,
            "title": self.title,
            "versions": self.versions,
            "tests": {test: str(outcome) for test, outcome in self.tests.items()},
            "criteria": {criterion: str(status) for criterion, status in self.criteria.items()},
            "findings": [finding.as_json() for finding in self.findings],
            "ms": self.ms,
        }
