"""The end of a workflow: what was approved is what is published.

Wagtail imports this module while it loads its own models, so that it names them by annotation only.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wagtail.models import Revision, WorkflowState


_with_changes: ContextVar[bool] = ContextVar("parvis_approving_with_changes", default=False)


@contextmanager
def approving_with_changes() -> Iterator[None]:
    """Mark an approval by somebody who changes the page in the same move: what they approve is what they just saved."""
    token = _with_changes.set(True)
    try:
        yield
    finally:
        _with_changes.reset(token)


def publish_approved_revision(workflow_state: WorkflowState, user=None) -> None:
    """Publish the revision that the last task approved, not a newer draft (WAGTAIL_FINISH_WORKFLOW_ACTION).

    Raises audits.gate.errors.PublicationRefused; without a known verdict the publication is pending.
    """
    approved_revision(workflow_state).publish(user=user)


def approved_revision(workflow_state: WorkflowState) -> Revision:
    """The revision that the workflow's last approved task, or else its current one, was about."""
    if _with_changes.get():
        return workflow_state.content_object.get_latest_revision()
    approved = workflow_state.task_states.filter(status="approved").order_by("-finished_at", "-pk").first()
    state = approved or workflow_state.current_task_state
    return state.revision if state else workflow_state.content_object.get_latest_revision()
