"""The findings of an audit as a table for a spreadsheet.

Commas between cells, as in the exports of Wagtail's own lists; a byte order mark, without which Excel reads accents
wrongly. A cell that a spreadsheet would run as a formula begins with an apostrophe
(https://owasp.org/www-community/attacks/CSV_Injection): what audited pages hold is not ours.
"""

import csv
from collections.abc import Iterator

from audits.auditing.queries import findings_of
from audits.models.audit import Audit, AuditFinding
from audits.models.sample_kind import SampleKind

_BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_HEADINGS = (
    "Adresse",
    "Titre de la page",
    "Verdict",
    "Tests RGAA",
    "Règle",
    "Constat",
    "Remède",
    "Emplacement",
    "Code",
    "Contenu d’origine",
    "Raison du choix",
    "Démarche",
    "Graine du tirage",
)


class _Line:
    """What the `csv` module writes into: it gives back the line."""

    def write(self, line: str) -> str:
        return line


def findings_table(audit: Audit) -> Iterator[str]:
    """The lines of the table, headings first."""
    writer = csv.writer(_Line())
    yield _BYTE_ORDER_MARK + writer.writerow(_HEADINGS)
    seed = str(audit.options.get("seed", "")) if audit.options.get("sample_chosen") else ""
    for finding in findings_of(audit).iterator():
        yield writer.writerow([_plain(cell) for cell in _cells(finding, seed)])


def _cells(finding: AuditFinding, seed: str) -> tuple[str, ...]:
    return (
        finding.page.address,
        finding.page.title,
        finding.get_verdict_display(),
        ", ".join(finding.test_numbers),
        finding.rule,
        finding.message,
        finding.fix,
        finding.target,
        finding.html,
        finding.provenance,
        finding.page.why,
        finding.page.process,
        seed if finding.page.kind == SampleKind.RANDOM else "",
    )


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" \N{NO-BREAK SPACE}").startswith(_FORMULA) else cell
