"""What is known of one document of a crawl."""

from dataclasses import dataclass
from typing import Any

from accessibility.findings import Finding
from accessibility.outcome import Verdict
from accessibility.report import PageReport

_MOST_FINDINGS = 30
"""Kept of one document, certain defects first: nobody reads more of them beside a link."""


@dataclass(frozen=True)
class DocumentVerdict:
    """What was found in the document at an address, or why it was not read (`unread`, in French)."""

    address: str
    findings: tuple[Finding, ...] = ()
    unread: str = ""

    @classmethod
    def of_report(cls, address: str, report: PageReport) -> "DocumentVerdict":
        """What a crawl keeps of the report on a document."""
        defects_first = sorted(report.findings, key=lambda finding: finding.verdict is not Verdict.FAIL)
        return cls(address, tuple(defects_first[:_MOST_FINDINGS]))

    @property
    def defects(self) -> list[Finding]:
        """The certain defects."""
        return [finding for finding in self.findings if finding.verdict is Verdict.FAIL]

    @property
    def questions(self) -> list[Finding]:
        """What a person must look at."""
        return [finding for finding in self.findings if finding.verdict is not Verdict.FAIL]

    def as_json(self) -> list[Any]:
        """All that is said of the document, for the digest of what a page's verdict depends on."""
        return [self.address, self.unread, [finding.as_json() for finding in self.findings]]
