"""What the accessibility officers of the sites are written after a round: when something changed, and once a week."""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from wagtail.models import Page, Site

from audits.auditing.text import plural
from audits.drift import queries
from audits.mail import admin_link, officer_of, write
from audits.models import LiveFault, LiveState, Recheck

_NOT_TWICE_IN = timedelta(days=6)


@dataclass(frozen=True)
class Digest:
    """How a round differs from what the officers were told last."""

    round: Recheck
    before: Recheck | None
    new: list[int]
    mended: list[int]

    @property
    def has_news(self) -> bool:
        return bool(self.new or self.mended or (self.before and self.before.technical != self.round.technical))


def digest_of(round_: Recheck) -> Digest:
    """What is new since the last round that the officers were told of."""
    before = Recheck.objects.filter(told_at__isnull=False).exclude(pk=round_.pk).first()
    told, now = set(before.failing_pages if before else ()), set(round_.failing_pages)
    return Digest(round_, before, sorted(now - told), sorted(told - now))


def tell(round_: Recheck) -> int:
    """Write to the officers if there is something to tell; how many were written to."""
    digest = digest_of(round_)
    if not (digest.has_news or _is_due(digest)):
        return 0
    officers = {address for site in Site.objects.all() if (address := officer_of(site))}
    for address in sorted(officers):
        write(address, _subject(round_), "audits/mail/live_digest.txt", _context(digest))
    round_.told_at = timezone.now()
    round_.save(update_fields=["told_at"])
    return len(officers)


def _context(digest: Digest) -> dict:
    states = LiveState.objects.filter(page_id__in=digest.new).select_related("page", "published_by")
    faults = {fault.page_id: fault for fault in LiveFault.objects.filter(page_id__in=digest.new)}
    new = [
        {
            "state": state,
            "fault": faults[state.page_id],
            "address": admin_link("wagtailadmin_pages:edit", state.page_id),
        }
        for state in states
        if state.page_id in faults
    ]
    return {
        "digest": digest,
        "trend": _trend(digest),
        "new": new,
        "mended": Page.objects.filter(pk__in=digest.mended, live=True),
        "unverified": queries.unverified_pages(),
        "report": admin_link("live_faults"),
    }


def _is_due(digest: Digest) -> bool:
    """Whether it is the day of the weekly summary, and none was written in the days before."""
    if timezone.localdate().weekday() != settings.PARVIS_DIGEST_WEEKDAY:
        return False
    return digest.before is None or digest.before.told_at < timezone.now() - _NOT_TWICE_IN


def _subject(round_: Recheck) -> str:
    count = len(round_.failing_pages)
    said = plural(count, "page à corriger", "pages à corriger") if count else "aucune page à corriger"
    return f"Accessibilité des pages en ligne : {said}"


def _trend(digest: Digest) -> str:
    count, before = len(digest.round.failing_pages), digest.before
    said = plural(count, "page en ligne est à corriger", "pages en ligne sont à corriger")
    said = said if count else "Aucune page en ligne n’est à corriger"
    if before is None:
        return f"{said}."
    difference = count - len(before.failing_pages)
    day = timezone.localtime(before.told_at).strftime("%d/%m/%Y")
    change = f"{abs(difference)} de {'plus' if difference > 0 else 'moins'} que" if difference else "autant que"
    return f"{said}, {change} le {day}."
