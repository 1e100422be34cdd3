"""Which pages are online, in the order in which they are best judged again, and how they stand."""

from collections.abc import Iterable

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from wagtail.models import Page

from audits.models import LiveFault, LiveState, Recheck


def pages_to_check() -> QuerySet[Page]:
    """Every page online, the worst first: known not to comply, doubtful, never judged, then the longest unseen."""
    rank = Case(
        When(live_state__failing_since__isnull=False, then=Value(0)),
        When(live_state__doubt__gt="", then=Value(1)),
        When(live_state__isnull=True, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    # The root of the tree has no content and no template.
    online = Page.objects.live().filter(depth__gt=1)
    return online.annotate(rank=rank).order_by("rank", "live_state__checked_at", "pk")


def pages_named(names: Iterable[str]) -> tuple[list[Page], list[str]]:
    """The pages online that are named by number, path or address; and the names that lead to none."""
    names = list(names)
    if not names:
        return [], []
    online = {page.pk: page for page in Page.objects.live().filter(depth__gt=1)}
    by_address = {address: page for page in online.values() for address in (page.full_url, page.url) if address}
    found, unknown = [], []
    for name in names:
        page = online.get(int(name)) if name.isascii() and name.isdigit() else None
        page = page or by_address.get(name) or by_address.get(f"{name.rstrip('/')}/")
        found.append(page) if page else unknown.append(name)
    return found, unknown


def failing_pages() -> list[int]:
    """The pages online that are known not to comply."""
    states = LiveState.objects.filter(failing_since__isnull=False, page__live=True)
    return sorted(states.values_list("page_id", flat=True))


def technical_faults() -> QuerySet[LiveFault]:
    """The defects of the frame that pages online show."""
    return LiveFault.objects.filter(kind=LiveFault.Kind.TECHNICAL, states__page__live=True).distinct()


def unverified_pages() -> int:
    """How many pages online have no verdict that certainly holds."""
    doubtful = Q(live_state__isnull=True) | Q(live_state__doubt__gt="")
    return Page.objects.live().filter(doubtful, depth__gt=1).count()


def last_round() -> Recheck | None:
    """The last round that went to its end."""
    return Recheck.objects.filter(state=Recheck.State.FINISHED).first()
