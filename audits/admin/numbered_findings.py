"""The findings that refuse a page, each known by its place in its verdict."""

from typing import Any

from wagtail.models import Page

from audits.gate.blocking import blocking_findings
from audits.models import Verdict


def numbered_findings(verdict: Verdict, page: Page) -> list[tuple[int, dict[str, Any]]]:
    """What refuses a page, each with its place in `verdict.content_findings`."""
    blocking = blocking_findings(verdict, page)
    return [(number, finding) for number, finding in enumerate(verdict.content_findings) if finding in blocking]
