"""What somebody asks of an audit that another process runs, or is to run. Each asks once, and is told no in French."""

from functools import partial

from django.db import transaction
from django.utils import timezone

from audits.auditing import actions
from audits.auditing.errors import AuditError, WrongState
from audits.auditing.options import AuditOptions
from audits.auditing.runner import lives
from audits.auditing.sample_actions import proposed
from audits.models.audit import Audit
from audits.tasks import run_site_audit


@transaction.atomic
def queue_audit(start_url: str, options: AuditOptions) -> Audit:
    """Open an audit and give it to the worker. Raises AuditError as `start_audit` does."""
    audit = actions.start_audit(start_url, options, queued=True)
    _enqueue(audit)
    return audit


@transaction.atomic
def queue_again(pk: int) -> Audit:
    """Give the worker an audit that was put down. Raises AuditError as `resumable` does, WrongState when it waits."""
    audit = actions.resumable(pk)
    if audit.state == Audit.State.QUEUED:
        raise WrongState(audit, "le reprendre")
    actions.put(audit, Audit.State.QUEUED)
    _enqueue(audit)
    return audit


@transaction.atomic
def approve_sample(pk: int, edition: int) -> Audit:
    """Have the worker audit a sample as it was seen. Raises SampleChanged, WrongState, AuditError when it cannot."""
    audit = proposed(pk, edition)
    actions.check_goes_on(audit)
    audit.options = audit.options | {"approved": True}
    audit.save(update_fields=["options"])
    actions.put(audit, Audit.State.QUEUED)
    _enqueue(audit)
    return audit


@transaction.atomic
def ask_pause(pk: int) -> Audit:
    """Have an audit put down, after the page under way when it runs. Raises WrongState when nothing runs."""
    audit = actions.locked(pk)
    if audit.state == Audit.State.QUEUED:
        return actions.put(audit, Audit.State.INTERRUPTED, wish=Audit.Wish.PAUSE, ended_at=timezone.now())
    if audit.state != Audit.State.RUNNING or not lives(audit.runner):
        raise WrongState(audit, "le mettre en pause")
    _check_not_asked(audit, Audit.Wish.values)
    return _ask(audit, Audit.Wish.PAUSE)


@transaction.atomic
def ask_cancel(pk: int) -> Audit:
    """Have an audit closed for good, its pages kept; at once when nobody runs it. Raises WrongState when it is over."""
    audit = actions.locked(pk)
    if audit.state in (Audit.State.FINISHED, Audit.State.FAILED, Audit.State.CANCELLED):
        raise WrongState(audit, "l’annuler")
    if audit.state == Audit.State.RUNNING and lives(audit.runner):
        _check_not_asked(audit, [Audit.Wish.CANCEL])
        return _ask(audit, Audit.Wish.CANCEL)
    return actions.put(audit, Audit.State.CANCELLED, ended_at=timezone.now())


def _enqueue(audit: Audit) -> None:
    transaction.on_commit(partial(run_site_audit.enqueue, audit.pk))


def _check_not_asked(audit: Audit, wishes: list[str]) -> None:
    if audit.wish in wishes:
        raise AuditError(
            f"L’audit {audit.pk} : {audit.get_wish_display()} déjà ; il s’arrêtera après la page en cours."
        )


def _ask(audit: Audit, wish: str) -> Audit:
    audit.wish = wish
    audit.save(update_fields=["wish"])
    return audit
