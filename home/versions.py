"""The other versions of a page: its translations, and the one that is easy to read (FALC)."""

from collections.abc import Collection
from dataclasses import dataclass, field

from django.conf import settings
from wagtail.models import Page, Site

from home.languages import is_right_to_left, language_of
from home.models.pages import StandardPage
from home.public import public


@dataclass(frozen=True)
class Versions:
    """What a page is in, and what it links to.

    `translations`: itself among them, in the order of the settings; empty when it has none.
    """

    language: str
    translations: list[Page] = field(default_factory=list)
    easy_to_read: Page | None = None
    complete: Page | None = None

    @property
    def default(self) -> Page | None:
        """The translation for a visitor whose language the page does not have."""
        return self.translations[0] if self.translations else None

    @property
    def right_to_left(self) -> bool:
        return is_right_to_left(self.language)

    @property
    def exist(self) -> bool:
        return bool(self.translations or self.easy_to_read or self.complete)


def versions_of(page: Page, site: Site | None) -> Versions:
    """What visitors may read of a page in another form."""
    if page.pk is None:
        return Versions(language_of(page))
    return Versions(language_of(page), translations_of(page, site), easy_to_read(page, site), complete(page, site))


def translations_of(page: Page, site: Site | None) -> list[Page]:
    """The page and its public translations in the order of the settings, French first; empty when it has none.

    The page itself counts even as a draft: the gate judges it as it will be.
    """
    languages = [code for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES]
    if site is None or page.alias_of_id or not languages[1:]:
        return []
    others = page.get_translations().filter(alias_of=None, locale__language_code__in=languages)
    found = list(public(others.select_related("locale"), site))
    if not found:
        return []
    begun = _languages_online(site)
    found = [other for other in found if other.locale_id in begun]
    order = {code: place for place, code in enumerate(languages)}
    return sorted([page, *found], key=lambda one: order.get(one.locale.language_code, 0)) if found else []


def easy_to_read(page: Page, site: Site | None) -> Page | None:
    """The public page that says the same in words that are easy to read."""
    return public(Page.objects.filter(standardpage__easy_to_read_of=page.pk, alias_of=None), site).first()


def complete(page: Page, site: Site | None) -> Page | None:
    """The public page that this one makes easy to read."""
    target = getattr(page, "easy_to_read_of_id", None)
    return public(Page.objects.filter(pk=target), site).first() if target else None


def easy_to_read_among(pages: Collection[Page]) -> set[int]:
    """Which of these pages are versions that are easy to read, by their keys."""
    easy = StandardPage.objects.filter(pk__in=[page.pk for page in pages], easy_to_read_of__isnull=False)
    return set(easy.values_list("pk", flat=True))


def _languages_online(site: Site) -> set[int]:
    """The locales whose home page is online: pages under another one have no address that answers."""
    homes = site.root_page.get_translations(inclusive=True).live()
    return set(homes.values_list("locale_id", flat=True))
