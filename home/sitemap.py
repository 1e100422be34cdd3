"""The sitemap that search engines read: every public page, in every language, with its translations."""

from collections import defaultdict

from django.conf import settings
from wagtail.contrib.sitemaps import Sitemap
from wagtail.models import Locale, Page

from home.languages import FRAME


class PageSitemap(Sitemap):
    """Wagtail's sitemap, over the homes of all languages."""

    def items(self):
        root = self.get_wagtail_site().root_page
        languages = [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES]
        pages = Page.objects.none()
        for home in root.get_translations(inclusive=True).live().filter(locale__language_code__in=languages):
            pages |= Page.objects.descendant_of(home, inclusive=True)
        return pages.live().public().order_by("path").defer_streamfields().specific()

    def _urls(self, page, protocol, domain):
        items = list(self.paginator.page(page).object_list)
        addresses = self._addresses(items)
        urls = []
        for item in items:
            versions = addresses[item.translation_key]
            alternates = _alternates(versions) if len(versions) > 1 and not item.alias_of_id else []
            urls += [{**known, "alternates": alternates} for known in item.get_sitemap_urls(self.request)]
        changed = [known["lastmod"] for known in urls]
        if changed and None not in changed:
            self.latest_lastmod = max(changed)
        return urls

    def _addresses(self, items) -> dict[object, dict[str, str]]:
        """The address of each page that is no alias, by what its translations share, then by language."""
        codes = dict(Locale.objects.values_list("pk", "language_code"))
        addresses = defaultdict(dict)
        for item in items:
            if not item.alias_of_id:
                addresses[item.translation_key][codes[item.locale_id]] = item.get_full_url(self.request)
        return addresses


def _alternates(versions: dict[str, str]) -> list[dict[str, str]]:
    said = [{"lang_code": language, "location": address} for language, address in versions.items()]
    default = versions.get(FRAME) or next(iter(versions.values()))
    return [*said, {"lang_code": "x-default", "location": default}]
