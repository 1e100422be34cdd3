"""What the task workers do for the gate and the audits."""

import logging
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from django_tasks import task

from audits.auditing import actions
from audits.auditing.errors import AuditError
from audits.auditing.running import run_audit
from audits.gate.pending import settle_all

logger = logging.getLogger(__name__)


@task(backend="audit")
def settle_pending_publications() -> dict[str, int]:
    """Judge and publish, or refuse, the publications that wait."""
    settled, waiting = settle_all()
    return {"settled": settled, "waiting": waiting}


@task(backend="audit", queue_name="sites")
def run_site_audit(pk: int) -> None:
    """Run an audit that waits, unless it was cancelled, or taken over by somebody else, in the meantime."""
    try:
        audit = actions.resume_audit(pk)
    except AuditError as error:
        logger.warning("Audit %s is not run: %s", pk, error)
        return
    with _put_down_when_terminated():
        run_audit(audit)


@contextmanager
def _put_down_when_terminated() -> Iterator[None]:
    """A worker that is told to stop puts its audit down at once, as Ctrl-C does, rather than finish it."""
    of_worker = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    except KeyboardInterrupt:
        signal.signal(signal.SIGTERM, of_worker)
        os.kill(os.getpid(), signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, of_worker)
