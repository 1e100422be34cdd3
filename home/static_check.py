"""What a machine is certain breaks the RGAA in a small piece of HTML, told at once and without a browser.

For the texts of the frame around pages: no page owns them, so that the gate refuses them to nobody.
"""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from accessibility import engine
from accessibility.findings import Finding
from accessibility.outcome import Verdict

_ADDRESS = "http://site.invalid/"
_DOCUMENT = (
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>Contenu à vérifier</title></head>'
    '<body><main role="main">{}</main></body></html>'
)


def certain_defects(fragment: SafeString) -> list[Finding]:
    """The `fail` findings of the engine's static rules on a fragment, in a document that has no defect of its own."""
    report = engine.check_source(format_html(_DOCUMENT, fragment), _ADDRESS)
    return [finding for finding in report.findings if finding.verdict is Verdict.FAIL]


def told(finding: Finding) -> str:
    """A defect as an editor reads it: what it is, how to mend it, and the test."""
    tests = ", ".join(finding.rgaa)
    return f"{finding.message} {finding.fix} (RGAA, test {tests})"
