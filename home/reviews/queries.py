"""Which pages somebody should look at again, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.apps import apps
from django.conf import settings
from django.db.models import Case, CharField, F, Q, QuerySet, TextChoices, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from wagtail.models import Page

from home.models import ReviewReminder
from home.models.pages import EditorialPage


class Reason(TextChoices):
    """Why a page is to be looked at again, the most pressing first."""

    DUE = "due", "date de relecture atteinte"
    CHANGES = "changes", "modifications en attente de publication"
    DRAFT = "draft", "brouillon jamais publié"
    STALE = "stale", "sans mise à jour depuis longtemps"


@dataclass(frozen=True)
class DuePage:
    """A page online whose date of review has come."""

    page: Page
    review_on: date


def editorial_types() -> list[type[EditorialPage]]:
    """Every type of page that has a date of review."""
    return [model for model in apps.get_models() if issubclass(model, EditorialPage)]


def with_review_date(pages: QuerySet[Page]) -> QuerySet[Page]:
    """The pages with the `review_on` of their own types, in one query."""
    dates = [F(f"{model._meta.model_name}__review_on") for model in editorial_types()]
    return pages.annotate(review_on=Coalesce(*dates))


def pages_to_review(pages: QuerySet[Page]) -> QuerySet[Page]:
    """Those of the pages that are to be looked at again, with the `reason` and the date of review, the oldest first.

    Drafts and pending changes count once they have been left for `PARVIS_FORGOTTEN_AFTER_DAYS`, pages online once
    they were published `PARVIS_STALE_AFTER_DAYS` ago. What is dated by nature, news for one, does not grow stale.
    """
    now = timezone.now()
    forgotten = Q(latest_revision_created_at__lt=now - timedelta(days=settings.PARVIS_FORGOTTEN_AFTER_DAYS))
    stale = Q(last_published_at__lt=now - timedelta(days=settings.PARVIS_STALE_AFTER_DAYS))
    for model in editorial_types():
        if not model.goes_stale:
            stale &= Q(**{f"{model._meta.model_name}__isnull": True})
    reason = Case(
        When(Q(live=True, review_on__lte=timezone.localdate()), then=Value(Reason.DUE)),
        When(Q(live=True, has_unpublished_changes=True) & forgotten, then=Value(Reason.CHANGES)),
        When(Q(live=False, first_published_at=None) & forgotten, then=Value(Reason.DRAFT)),
        When(Q(live=True) & stale, then=Value(Reason.STALE)),
        output_field=CharField(),
    )
    written = pages.filter(depth__gt=1, alias_of=None)
    found = with_review_date(written).annotate(reason=reason).filter(reason__isnull=False)
    return found.order_by(F("review_on").asc(nulls_last=True), "latest_revision_created_at", "pk")


def pages_to_remind_of() -> Iterator[DuePage]:
    """The pages online whose date of review has come, and of which nobody was reminded at that date."""
    due = with_review_date(Page.objects.live().filter(alias_of=None)).filter(review_on__lte=timezone.localdate())
    told = set(ReviewReminder.objects.values_list("page_id", "review_on"))
    people = due.select_related("owner", "latest_revision__user").order_by("review_on", "title")
    for page in people:
        if (page.pk, page.review_on) not in told:
            yield DuePage(page, page.review_on)
