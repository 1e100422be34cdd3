"""The forms in which an audit can be exported, by the name that the command line and the addresses give them."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils import timezone

from audits.auditing.exports.earl_graph import earl
from audits.auditing.exports.findings_table import findings_table
from audits.auditing.exports.json_document import json_document
from audits.auditing.exports.junit import junit
from audits.models.audit import Audit


@dataclass(frozen=True)
class ExportFormat:
    """One form: what people call it, the end of the file's name, its media type, and what writes it in pieces."""

    label: str
    extension: str
    content_type: str
    write: Callable[[Audit], Iterator[str]]

    def file_name(self, audit: Audit) -> str:
        """A name of letters, digits, dots and hyphens: number, host and day of the audit."""
        host = re.sub(r"[^a-z0-9.-]+", "-", (urlsplit(audit.start_url).hostname or "").lower()).strip(".-")[:100]
        parts = ("audit", str(audit.pk), host, f"{timezone.localtime(audit.started_at):%Y-%m-%d}")
        return f"{'-'.join(part for part in parts if part)}.{self.extension}"


FORMATS = {
    "csv": ExportFormat("Tableau des constats (CSV)", "csv", "text/csv; charset=utf-8", findings_table),
    "json": ExportFormat("Audit complet (JSON)", "json", "application/json", json_document),
    "earl": ExportFormat("EARL (JSON-LD)", "jsonld", "application/ld+json", earl),
    "junit": ExportFormat("JUnit (XML)", "xml", "application/xml; charset=utf-8", junit),
}
