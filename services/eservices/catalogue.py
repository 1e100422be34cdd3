"""Finding a démarche by its address."""

from django.http import Http404, HttpRequest
from wagtail.models import Site

from services.eservices.models import EService


def find_shown(request: HttpRequest, slug: str) -> EService:
    """The démarche of this address on the site that answers, open or closed. Raises Http404."""
    site = Site.find_for_request(request)
    found = EService.objects.filter(site=site, slug=slug).select_related("department", "site").first()
    if found is None or found.state == EService.State.DRAFT:
        raise Http404
    return found
