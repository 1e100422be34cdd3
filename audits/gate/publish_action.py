"""The gate at the point that all of Wagtail's publications of a revision pass: verdict first, transaction after."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps

from django.db import transaction
from wagtail.actions.publish_page_revision import PublishPageRevisionAction

from audits.gate.blocking import accepts, blocking_findings
from audits.gate.draft_checks import accepted_before, remember
from audits.gate.errors import PublicationRefused, UnjudgedContent, VerdictUnavailable
from audits.gate.judging import judge, known_verdict
from audits.gate.pending import ask_later
from audits.gate.ratchet import see_live_defects
from audits.gate.refusals import record_refusal
from audits.gate.urgent import urgent_leave
from audits.models import Verdict

ATTEMPTS = 5
"""How many times a page is judged whose neighbours, which it names, are published at the same moment."""

_publishing: ContextVar[bool] = ContextVar("parvis_publishing", default=False)


def install() -> None:
    """Put the gate around Wagtail's action. Every caller holds this very class, whatever name it imported."""
    if not getattr(PublishPageRevisionAction.execute, "is_gated", False):
        PublishPageRevisionAction.execute = _gated(PublishPageRevisionAction.execute)


def is_publishing() -> bool:
    """Whether a gated publication is under way in this context."""
    return _publishing.get()


@contextmanager
def publishing() -> Iterator[None]:
    """Mark a publication that has its verdict: a save that finds none is then an error, not a request."""
    token = _publishing.set(True)
    try:
        yield
    finally:
        _publishing.reset(token)


def verdict_for(page, *, user=None, revision=None, door: str) -> Verdict:
    """A verdict with which a page may go live. Raises PublicationRefused, once recorded, or VerdictUnavailable."""
    if leave := urgent_leave(page):
        return leave
    verdict = judge(page)
    if revision is not None:
        remember(page, revision, verdict)
    if verdict.content_findings:
        see_live_defects(page)
    if not accepts(verdict, page):
        record_refusal(page, verdict, user=user, revision=revision, door=door)
        raise PublicationRefused(verdict, blocking_findings(verdict, page))
    return verdict


def _gated(execute):
    @wraps(execute)
    def gated_execute(self, skip_permission_checks=False):
        self.check(skip_permission_checks=skip_permission_checks)
        in_transaction = transaction.get_connection().in_atomic_block
        if in_transaction and known_verdict(self.object) is None and urgent_leave(self.object) is None:
            content = self.object.serializable_data()
            ask_later(self.object, content, revision=self.revision, user=self.user, door="publish")
            return None
        if not in_transaction and (expected := accepted_before(self.object, self.revision)):
            if _published_as_expected(self, execute, skip_permission_checks, expected):
                return None
            self.object = self.revision.as_object()
        for attempt in range(1, ATTEMPTS + 1):
            verdict_for(self.object, user=self.user, revision=self.revision, door="publish")
            try:
                with publishing():
                    return execute(self, skip_permission_checks=skip_permission_checks)
            except UnjudgedContent:
                if attempt == ATTEMPTS:
                    raise VerdictUnavailable("the page is rendered differently each time") from None
                self.object = self.revision.as_object()
        return None

    gated_execute.is_gated = True
    return gated_execute


def _published_as_expected(
    action: PublishPageRevisionAction, execute, skip_permission_checks: bool, expected: Verdict
) -> bool:
    """Publish content that was accepted, rendered once, by the guard; False, and nothing done, if it no longer is."""
    try:
        with transaction.atomic(), publishing():
            execute(action, skip_permission_checks=skip_permission_checks)
    except (UnjudgedContent, PublicationRefused):
        return False
    remember(action.object, action.revision, expected)
    return True
