"""Writes of reports that are kept no longer than needed."""

from django.utils import timezone

from audits.models.complaint import AccessibilityComplaint


def forget_old_complaints() -> int:
    """Delete the reports that came longer ago than they are kept; how many."""
    old = AccessibilityComplaint.objects.filter(received_at__lte=timezone.now() - AccessibilityComplaint.KEPT)
    return old.delete()[0]
