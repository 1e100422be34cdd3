"""The démarches that one may do online, and what to know before each."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from wagtail.models import Site

from services.eservices.catalogue import find_shown
from services.eservices.files.names import ACCEPTED
from services.eservices.filling.queries import asks_for_files, open_eservices
from services.eservices.filling.session import draft_held
from services.eservices.wording import file_size


def catalogue(request: HttpRequest) -> HttpResponse:
    """What may be asked online. Raises Http404 where no site answers."""
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    cards = [
        {"title": eservice.title, "address": eservice.get_absolute_url(), "text": eservice.summary}
        for eservice in open_eservices(site)
    ]
    return render(request, "eservices/catalogue.html", {"cards": cards})


@never_cache
def introduction(request: HttpRequest, slug: str) -> HttpResponse:
    """What is needed, how long it takes, the other ways, what becomes of the data; then the button."""
    eservice = find_shown(request, slug)
    version = eservice.current_version if eservice.is_open else None
    context = {
        "eservice": eservice,
        "department": eservice.department,
        "version": version,
        "draft": draft_held(request, eservice) if version else None,
        "lost": "perdu" in request.GET,
        "with_files": bool(version) and asks_for_files(version.form),
        "accepted": ACCEPTED,
        "largest": file_size(settings.PARVIS_LARGEST_ATTACHMENT),
    }
    return render(request, "eservices/introduction.html", context)
