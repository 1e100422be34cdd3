"""What the portal answers beside its pages: search, robots.txt."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from wagtail.models import Site

from home import search as engine

RESULTS_PER_PAGE = 10
LONGEST_QUERY = 100


def search(request: HttpRequest) -> HttpResponse:
    """The pages that answer a query."""
    query = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    site = Site.find_for_request(request)
    found = engine.find(site, query)
    paginator = Paginator(found.pages, RESULTS_PER_PAGE)
    page_of_results = paginator.get_page(request.GET.get("page"))
    answered = found.corrected or query
    results = [
        {
            "page": page,
            "title": engine.highlight(page.title, answered),
            "passage": engine.passage(page.specific, answered),
        }
        for page in page_of_results
    ]
    context = {
        "query": query,
        "found": found,
        "results": results,
        "page_of_results": page_of_results,
        "page_numbers": paginator.get_elided_page_range(page_of_results.number, on_each_side=1),
        "ellipsis": paginator.ELLIPSIS,
    }
    return render(request, "home/search.html", context)


def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may visit."""
    sitemap = request.build_absolute_uri(reverse("sitemap"))
    return render(request, "robots.txt", {"sitemap": sitemap}, content_type="text/plain; charset=utf-8")
