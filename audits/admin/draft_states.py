"""The state of a draft in a word, from what is stored: nothing is rendered or judged to say it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from django.conf import settings
from django.utils import timezone
from wagtail.models import Page

from accessibility import engine
from audits.gate.blocking import Cover, covers_of, covers_of_each
from audits.models import DraftCheck, Verdict


class Kind(StrEnum):
    """What is known of a draft."""

    PUBLISHABLE = "publishable"
    TO_MEND = "to-mend"
    CHECKING = "checking"
    UNKNOWN = "unknown"
    UNAVAILABLE = "unavailable"


_WORDS = {
    Kind.PUBLISHABLE: "Publiable",
    Kind.CHECKING: "Vérification en cours",
    Kind.UNKNOWN: "Pas encore vérifié",
    Kind.UNAVAILABLE: "Vérification impossible",
}


@dataclass(frozen=True)
class DraftState:
    """What is known of a draft, and its verdict where there is one."""

    kind: Kind = Kind.UNKNOWN
    to_mend: int = 0
    verdict: Verdict | None = None
    reason: str = ""

    @property
    def label(self) -> str:
        """« Publiable », « 3 points à corriger »…"""
        if self.kind is Kind.TO_MEND:
            return "1 point à corriger" if self.to_mend == 1 else f"{self.to_mend} points à corriger"
        return _WORDS[self.kind]


def state_with(verdict: Verdict, page: Page) -> DraftState:
    """The state of a page's draft on which this is the verdict."""
    return _state_with(verdict, covers_of(verdict, page))


def _state_with(verdict: Verdict, covers: list[Cover]) -> DraftState:
    to_mend = covers.count(None)
    return DraftState(Kind.TO_MEND if to_mend else Kind.PUBLISHABLE, to_mend, verdict)


def state_of(page: Page) -> DraftState:
    """The state of the latest draft of a page."""
    return states_of(Page.objects.filter(pk=page.pk).defer_streamfields())[page.pk] if page.pk else DraftState()


def states_of(pages: Iterable[Page]) -> dict[int, DraftState]:
    """The state of the latest draft of each page, by its number. As many queries however many pages."""
    pages = list(pages)
    checks = DraftCheck.objects.filter(page_id__in=[page.pk for page in pages]).select_related("verdict")
    by_page = {check.page_id: check for check in checks}
    judged = [(page, by_page[page.pk].verdict) for page in pages if page.pk in by_page and by_page[page.pk].verdict]
    covers = covers_of_each(judged)
    return {page.pk: _state(page, by_page.get(page.pk), covers.get(page.pk, [])) for page in pages}


def _state(page: Page, check: DraftCheck | None, covers: list[Cover]) -> DraftState:
    latest = (page.latest_revision_id, page.latest_revision_created_at)
    if check is None or (check.revision_id, check.saved_at) != latest:
        return DraftState()
    if check.asked_at is not None:
        longest = timedelta(seconds=settings.PARVIS_CHECKER_TIMEOUT)
        return DraftState(Kind.CHECKING if timezone.now() - check.asked_at < longest else Kind.UNKNOWN)
    if check.verdict is not None and check.judged_by == engine.fingerprint():
        return _state_with(check.verdict, covers)
    return DraftState(Kind.UNAVAILABLE, reason=check.reason) if check.reason else DraftState()
