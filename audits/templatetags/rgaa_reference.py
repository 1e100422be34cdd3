"""What the RGAA calls things: tests by number with their places in the official reference, statuses in words."""

from collections.abc import Iterable

from django import template

from accessibility import rgaa
from accessibility.rgaa import RgaaTest
from audits.admin.status_chart import STATUS_LABELS

register = template.Library()


@register.filter
def rgaa_tests(numbers: Iterable[str]) -> list[RgaaTest]:
    """The tests of these numbers; those that the reference does not know are left out."""
    known = rgaa.load().tests
    return [known[number] for number in numbers if number in known]


@register.filter
def criterion_of(numbers: Iterable[str]) -> str:
    """The number and the title of the criterion of the first of these tests."""
    tests = rgaa_tests(numbers)
    criterion = rgaa.load().criteria[tests[0].criterion_id] if tests else None
    return f"Critère {criterion.id}\N{NO-BREAK SPACE}: {criterion.title}" if criterion else "Critère inconnu"


@register.filter
def status_label(status: str) -> str:
    """The status of a criterion in words."""
    return STATUS_LABELS[status]
