"""The news of a site as an RSS feed, for those who follow it from elsewhere."""

import re
from datetime import datetime, time

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.utils import timezone
from wagtail.models import Site

from home.models import NewsIndexPage, NewsPage
from home.news.queries import news_index

LONGEST = 30
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


class NewsFeed(Feed):
    """The latest news of the site that answers, with complete addresses. Raises Http404 on a site without news."""

    language = "fr"

    def get_object(self, request: HttpRequest) -> NewsIndexPage:
        index = news_index(Site.find_for_request(request))
        if index is None:
            raise Http404
        return index

    def title(self, index: NewsIndexPage) -> str:
        return _clean(f"{index.title} – {index.get_site().site_name}")

    def link(self, index: NewsIndexPage) -> str:
        return index.full_url

    def description(self, index: NewsIndexPage) -> str:
        return _clean(index.introduction or f"Les actualités du site : {index.get_site().site_name}.")

    def items(self, index: NewsIndexPage) -> list[NewsPage]:
        return list(index.news()[:LONGEST])

    def item_title(self, page: NewsPage) -> str:
        return _clean(page.title)

    def item_description(self, page: NewsPage) -> str:
        return _clean(page.introduction)

    def item_link(self, page: NewsPage) -> str:
        return page.full_url

    def item_pubdate(self, page: NewsPage) -> datetime:
        return datetime.combine(page.published_on, time(), timezone.get_default_timezone())

    def item_updateddate(self, page: NewsPage) -> datetime | None:
        return page.last_published_at

    def item_categories(self, page: NewsPage) -> list[str]:
        return [_clean(page.theme_name)] if page.theme else []


def _clean(text: str) -> str:
    """The text without the control characters that a paste may bring, and that would make the whole feed unreadable."""
    return _NOT_IN_XML.sub("", text)
