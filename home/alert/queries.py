"""Which urgent alert visitors see, and those of the past."""

from django.db.models import QuerySet
from django.utils import timezone
from wagtail.models import Site

from home.models.alert import UrgentAlert


def alerts_on(site: Site) -> QuerySet[UrgentAlert]:
    """The alerts that are neither over nor withdrawn: one at most, the actions see to it."""
    return UrgentAlert.objects.filter(site=site, withdrawn_at=None, ends_at__gt=timezone.now())


def current_alert(site: Site | None) -> UrgentAlert | None:
    """The alert to show on every page of a site now."""
    return alerts_on(site).select_related("page").first() if site else None


def alerts_of(site: Site) -> QuerySet[UrgentAlert]:
    """Every alert of a site, the latest first, with who published and withdrew it."""
    return UrgentAlert.objects.filter(site=site).select_related("published_by", "withdrawn_by")
