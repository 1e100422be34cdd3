"""What of a verdict keeps a page from going online: the one place that decides it."""

from typing import Any

from wagtail.models import Page

from audits.models import Verdict


def blocking_findings(verdict: Verdict, page: Page) -> list[dict[str, Any]]:
    """The findings that refuse this page, in the order of the verdict."""
    return verdict.content_findings
