"""The day that a page speaks of when it says « aujourd’hui »."""

from datetime import date

from django.http import HttpRequest
from django.utils import timezone

from audits.templatetags.provenance import MARKING

HELD_DAY = date(2020, 1, 1)
"""The day of the renderings that the gate judges, so that a verdict still holds tomorrow.

It lies in the past: what is still to come for a visitor was still to come on that day, so the gate has seen it.
"""


def day_shown(request: HttpRequest) -> date:
    """Today in the authority's time zone; while the gate judges, always the same day."""
    return HELD_DAY if getattr(request, MARKING, False) else timezone.localdate()
