"""Every check of the gate's health, those of other packages included."""

from django.conf import settings
from django.utils.module_loading import import_string

from audits.health import judging, work
from audits.health.result import Result

_CHECKS = (
    judging.checker_answers,
    judging.axe,
    judging.tripwire,
    judging.settings_hold,
    work.workers,
    work.backlog,
    work.publications,
    work.rounds,
)


def health() -> list[Result]:
    """How everything that the gate needs stands. What other packages add is named in `PARVIS_HEALTH_CHECKS`."""
    others = map(import_string, settings.PARVIS_HEALTH_CHECKS)
    return [result for check in (*_CHECKS, *others) for result in check()]
