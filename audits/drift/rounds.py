"""A round over everything that is online: one at a time, kept as it goes, told at its end."""

from collections.abc import Callable

from django.db import IntegrityError, transaction
from django.utils import timezone

from audits.auditing.runner import lives, this_process
from audits.drift import queries, restoring
from audits.drift.checking import Checked, CheckerAway, check
from audits.drift.digest import tell
from audits.drift.recording import forget_what_is_over
from audits.models import Recheck

State = Recheck.State
Watcher = Callable[[int, int, Checked], None]
"""Told of each page: its rank, how many there are, what was found."""


class AlreadyRunning(Exception):
    """Another process makes the round: it is named in `round`."""

    def __init__(self, round_: Recheck) -> None:
        super().__init__(f"the recheck {round_.pk} runs since {round_.started_at:%H:%M} ({round_.runner})")
        self.round = round_


def recheck_everything(watcher: Watcher = lambda *_: None, *, restored: bool = False) -> Recheck:
    """Judge again every page online. Raises AlreadyRunning, CheckerAway; an interruption keeps what was done."""
    round_ = _begin()
    try:
        if restored or restoring.was_restored():
            restoring.doubt_everything()
        restoring.remember(round_)
        _go_over(round_, watcher)
    except CheckerAway as error:
        _end(round_, State.INTERRUPTED, str(error))
        raise
    except BaseException as error:
        _end(round_, State.INTERRUPTED, type(error).__name__)
        raise
    _end(round_, State.FINISHED)
    tell(round_)
    return round_


def _go_over(round_: Recheck, watcher: Watcher) -> None:
    forget_what_is_over()
    numbers = list(queries.pages_to_check().values_list("pk", flat=True))
    round_.pages = len(numbers)
    round_.save(update_fields=["pages"])
    for rank, number in enumerate(numbers, 1):
        found = check(number)
        if found is None:
            continue
        round_.checked += 1
        round_.judged += found.judged
        round_.save(update_fields=["checked", "judged"])
        watcher(rank, len(numbers), found)
    forget_what_is_over()


def _begin() -> Recheck:
    running = Recheck.objects.filter(state=State.RUNNING).first()
    if running is not None:
        if lives(running.runner):
            raise AlreadyRunning(running)
        _end(running, State.INTERRUPTED, "the process died")
    try:
        with transaction.atomic():
            return Recheck.objects.create(runner=this_process())
    except IntegrityError:
        raise AlreadyRunning(Recheck.objects.get(state=State.RUNNING)) from None


def _end(round_: Recheck, state: str, reason: str = "") -> None:
    round_.state, round_.reason, round_.ended_at = state, reason, timezone.now()
    round_.failing_pages = queries.failing_pages()
    round_.technical = queries.technical_faults().count()
    round_.save()
