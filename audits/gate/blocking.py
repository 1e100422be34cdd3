"""What of a verdict keeps a page offline."""

from typing import Any

from wagtail.models import Page

from audits.models import Verdict


def blocking_findings(verdict: Verdict, page: Page) -> list[dict[str, Any]]:
    """The findings for which a page with this verdict may not be online: those of its content."""
    return verdict.content_findings
