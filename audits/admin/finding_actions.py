"""What an editor may do about a defect, besides mending it."""

from dataclasses import dataclass

from wagtail.models import Page

from audits.models import Verdict


@dataclass(frozen=True)
class FindingAction:
    """A link shown with a defect."""

    label: str
    url: str


def finding_actions(user, page: Page, verdict: Verdict, index: int) -> list[FindingAction]:
    """The links to show with the finding at this place of `verdict.content_findings`."""
    return []
