"""The end of a workflow: what was approved is what is published."""

from wagtail.models import Revision, TaskState, WorkflowState


def publish_approved_revision(workflow_state: WorkflowState, user=None) -> None:
    """Publish the revision that the last task approved, not a newer draft (WAGTAIL_FINISH_WORKFLOW_ACTION).

    Raises audits.gate.errors.PublicationRefused; without a known verdict the publication is pending.
    """
    approved_revision(workflow_state).publish(user=user)


def approved_revision(workflow_state: WorkflowState) -> Revision:
    """The revision that the workflow's last finished or current task was about."""
    current = workflow_state.current_task_state
    approved = (
        workflow_state.task_states.filter(status=TaskState.STATUS_APPROVED).order_by("-finished_at", "-pk").first()
    )
    state = approved or current
    return state.revision if state else workflow_state.content_object.get_latest_revision()
