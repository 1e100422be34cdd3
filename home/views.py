"""What the portal answers beside its pages: search, map of the site, robots.txt, security.txt."""

from datetime import datetime, time, timedelta

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Site

from home import search as engine
from home.languages import FRAME, home_of, language_of
from home.models import TownContact
from home.site_map import site_map as branches_of
from home.versions import easy_to_read_among

RESULTS_PER_PAGE = 10
LONGEST_QUERY = 100
SECURITY_TXT_HOLDS = timedelta(days=90)


def search(request: HttpRequest) -> HttpResponse:
    """The pages that answer a query."""
    query = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    site = Site.find_for_request(request)
    found = engine.find(site, query)
    paginator = Paginator(found.pages, RESULTS_PER_PAGE)
    page_of_results = paginator.get_page(request.GET.get("page"))
    answered = found.corrected or query
    shown = list(Page.objects.filter(pk__in=[page.pk for page in page_of_results]).specific())
    specific = {page.pk: page for page in shown}
    easy_to_read = easy_to_read_among(shown)
    results = [
        {
            "page": page,
            "title": engine.highlight(page.title, answered),
            "passage": engine.passage(specific[page.pk], answered),
            "easy_to_read": page.pk in easy_to_read,
        }
        for page in page_of_results
    ]
    context = {
        "query": query,
        "found": found,
        "results": results,
        "language": _language_of_pages(site),
        "page_of_results": page_of_results,
        "page_numbers": paginator.get_elided_page_range(page_of_results.number, on_each_side=1),
        "ellipsis": paginator.ELLIPSIS,
    }
    return render(request, "home/search.html", context)


def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may visit."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return render(request, "robots.txt", {"sitemap": sitemap}, content_type="text/plain; charset=utf-8")


def site_map(request: HttpRequest) -> HttpResponse:
    """Every public page, under the one that holds it."""
    site = Site.find_for_request(request)
    return render(request, "home/site_map.html", {"branches": branches_of(site), "language": _language_of_pages(site)})


def _language_of_pages(site: Site | None) -> str:
    """The language of the pages that are listed; the words around the list are in French."""
    return language_of(home_of(site)) if site else FRAME


def security(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (RFC 9116). Raises Http404 while the authority names nobody."""
    site = Site.find_for_request(request)
    contact = TownContact.for_site(site).security_email if site else ""
    if not contact:
        raise Http404
    expires = datetime.combine(timezone.localdate() + SECURITY_TXT_HOLDS, time(), timezone.get_current_timezone())
    context = {"contact": contact, "expires": expires, "canonical": request.build_absolute_uri(reverse("security"))}
    return render(request, "security.txt", context, content_type="text/plain; charset=utf-8")
