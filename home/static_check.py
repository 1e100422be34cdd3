"""What a machine is certain breaks the RGAA in a small piece of HTML, told at once and without a browser.

For the texts of the frame around pages, which no page owns and the gate therefore refuses to nobody.
"""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from accessibility import engine
from accessibility.findings import Finding
from accessibility.outcome import Verdict

_ADDRESS = "http://site.invalid/"


def certain_defects(fragment: SafeString) -> list[Finding]:
    """The `fail` findings of the engine's static rules on a fragment, in a document that has no defect of its own."""
    document = render_to_string("home/includes/minimal_document.html", {"fragment": fragment})
    report = engine.check_source(document, _ADDRESS)
    return [finding for finding in report.findings if finding.verdict is Verdict.FAIL]


def told(finding: Finding) -> str:
    """A defect as an editor reads it: what it is, how to mend it, and the test."""
    tests = ", ".join(finding.rgaa)
    return f"{finding.message} {finding.fix} (RGAA, test {tests})"
