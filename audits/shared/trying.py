"""What pages online would show if a shared content were saved as it is: tried, taken back, then judged.

Everything is rendered in one transaction that is undone; the browser is asked after, when nothing holds the database.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import transaction
from django.db.models import Model
from wagtail.models import Page

from audits.gate.comparing import apart, kind_of
from audits.gate.errors import VerdictUnavailable
from audits.gate.judging import Rendering, judge_rendering, rendering_of
from audits.gate.rendering import RenderingFailed
from audits.models import Verdict
from audits.shared.showing import pages_to_try


@dataclass
class NewDefect:
    """A defect that pages do not have yet, with the pages that would show it."""

    finding: dict[str, Any]
    pages: list[Page] = field(default_factory=list)

    def __str__(self) -> str:
        tests = ", ".join(self.finding["rgaa"])
        first, others = self.pages[0], len(self.pages) - 1
        where = f"La page «\u00a0{first.title}\u00a0»"
        if others:
            where += f" et {others} autre{'s' if others > 1 else ''}"
        verb = "montreraient" if others else "montrerait"
        said = f"{self.finding['message']} {self.finding['fix']}".strip()
        return f"{where} {verb} ce défaut\u00a0: {said} (RGAA, test {tests})"


def new_defects(content: Model, save: Callable[[], None]) -> list[NewDefect]:
    """The defects that saving a content would put online, on the pages tried. Raises VerdictUnavailable.

    `save` writes the content; what it wrote is undone.
    """
    before = _renderings_now(pages_to_try(content))
    after = _renderings_once_saved(list(before), save)
    found: dict[tuple, NewDefect] = {}
    for number, rendering in after.items():
        page, was = before[number]
        if rendering.key == was.key:
            continue
        for finding in _new_findings(was, judge_rendering(rendering)):
            found.setdefault(kind_of(finding), NewDefect(finding)).pages.append(page)
    return list(found.values())


def _renderings_now(pages: list[Page]) -> dict[int, tuple[Page, Rendering]]:
    """The pages as they are; one that is broken already is left to the rounds."""
    found = {}
    for page in pages:
        try:
            found[page.pk] = page, rendering_of(page)
        except VerdictUnavailable as error:
            if not isinstance(error.__cause__, RenderingFailed):
                raise
    return found


class _Undo(Exception):
    """Leaves a transaction without keeping what it wrote."""


def _renderings_once_saved(numbers: list[int], save: Callable[[], None]) -> dict[int, Rendering]:
    found = {}
    try:
        with transaction.atomic():
            save()
            for page in Page.objects.filter(pk__in=numbers).specific():
                rendering = rendering_of(page)
                bare = rendering.bare()
                found[page.pk] = replace(rendering, bare=lambda bare=bare: bare)
            raise _Undo
    except _Undo:
        return found


def _new_findings(before: Rendering, after: Verdict) -> list[dict[str, Any]]:
    """What the page has only since. The page as it is is judged only where there is something to compare."""
    if not _all(after):
        return []
    return apart(_all(after), _all(judge_rendering(before)))[0]


def _all(verdict: Verdict) -> list[dict[str, Any]]:
    return [*verdict.content_findings, *verdict.technical_findings]
