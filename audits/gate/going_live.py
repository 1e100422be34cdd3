"""What the gate notes as content goes live with a verdict: which let-throughs are in use, what was mended."""

from django.utils import timezone
from wagtail.models import Page

from audits.gate.blocking import covers_of
from audits.gate.ratchet import keep_live_defects
from audits.models import Derogation, LaissezPasser, UrgentPublication, Verdict


def note_going_live(page: Page, verdict: Verdict) -> None:
    """Remember it, in the transaction of the save."""
    used = covers_of(verdict, page)
    for model in (LaissezPasser, Derogation):
        numbers = [cover.pk for cover in used if isinstance(cover, model)]
        granted = model.objects.filter(page=page.pk)
        granted.filter(pk__in=numbers, online_since=None).update(online_since=timezone.now())
        granted.exclude(pk__in=numbers).exclude(online_since=None).update(online_since=None)
    keep_live_defects(page, verdict)
    UrgentPublication.objects.filter(page=page.pk, mended_at=None).exclude(published_at=None).update(
        mended_at=timezone.now()
    )
