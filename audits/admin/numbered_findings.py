"""The findings that refuse a page, each known by its place in its verdict."""

from typing import Any

from wagtail.models import Page

from audits.gate.blocking import covers_of
from audits.models import Verdict


def numbered_findings(verdict: Verdict, page: Page) -> list[tuple[int, dict[str, Any]]]:
    """What refuses a page, each with its place in `verdict.content_findings`."""
    covers = covers_of(verdict, page)
    return [
        (number, finding)
        for number, (finding, cover) in enumerate(zip(verdict.content_findings, covers, strict=True))
        if cover is None
    ]
