"""What the task worker does for the gate and the audits."""

from django_tasks import task

from audits.gate.pending import settle_all


@task(backend="audit")
def settle_pending_publications() -> dict[str, int]:
    """Judge and publish, or refuse, the publications that wait."""
    settled, waiting = settle_all()
    return {"settled": settled, "waiting": waiting}
