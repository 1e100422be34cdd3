"""What the workers do for what is online: a few pages as soon as may be, everything once a night."""

import contextlib
import logging
from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

from audits.drift.checking import CheckerAway, check
from audits.drift.recording import doubt
from audits.drift.rounds import AlreadyRunning, recheck_everything
from audits.models import LiveState

AT_NIGHT = time(2, 30)
_AT_ONCE = 10
"""How many pages a task judges: publications that wait go between two tasks."""
logger = logging.getLogger(__name__)


def recheck_soon(numbers: Iterable[int]) -> int:
    """Mark pages online as doubtful and have a worker judge them once the transaction commits; how many they are."""
    from audits.tasks import recheck_pages

    numbers = sorted(set(numbers))
    doubt(numbers, LiveState.Doubt.FILE)
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        transaction.on_commit(lambda some=some: recheck_pages.enqueue(some))
    return len(numbers)


def recheck_some(numbers: Iterable[int]) -> dict[str, int]:
    """Judge some pages again; how many were, and how many no longer comply. Without a checker they stay doubtful."""
    found = []
    with contextlib.suppress(CheckerAway):
        for number in numbers:
            found.append(check(number))
    states = [checked.state for checked in found if checked and checked.state]
    return {"checked": len(states), "failing": sum(state.failing_since is not None for state in states)}


def recheck_night(task: Task) -> None:
    """Plan the next night, then make the round of this one."""
    plan_night(task)
    try:
        recheck_everything()
    except (AlreadyRunning, CheckerAway) as error:
        logger.warning("The recheck of this night was not made: %s", error)


def plan_night(task: Task) -> datetime | None:
    """Plan the round of the coming night, unless one is planned already; when it will be."""
    planned = DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=task.module_path)
    if planned.exists():
        return None
    night = next_night()
    task.using(run_after=night).enqueue()
    return night


def next_night() -> datetime:
    """The coming night, at the hour of the round."""
    now = timezone.localtime()
    night = timezone.make_aware(datetime.combine(now.date(), AT_NIGHT))
    return night if night > now else night + timedelta(days=1)
