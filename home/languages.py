"""The languages of the pages: which a page is in, where each language begins, how languages are named.

The frame around the pages (menus' names, buttons, foot) is in French whatever the page's language, and says so.
"""

from django.conf import settings
from django.utils import translation
from wagtail.models import Locale, Page, Site

FRAME = settings.LANGUAGE_CODE


def language_of(page: Page) -> str:
    """The language that a page is written in. An alias under another language still shows its source's text."""
    if page.locale_id is None:
        return FRAME
    shown = page.alias_of if page.alias_of_id else page
    return shown.locale.language_code


def home_of(site: Site) -> Page:
    """The first page of a site in the visitor's language, or in French while that language has none online."""
    language = translation.get_language() or FRAME
    known = site.__dict__.setdefault("_parvis_homes", {})
    if language not in known:
        known[language] = site.root_page if language == FRAME else site.root_page.localized
    return known[language]


def attributes(language: str, around: str = FRAME) -> dict[str, str]:
    """What an element says when its language is not that around it; its direction too, where that changes."""
    if language == around:
        return {}
    said = {"lang": language}
    if is_right_to_left(language) or is_right_to_left(around):
        said["dir"] = "rtl" if is_right_to_left(language) else "ltr"
    return said


def is_right_to_left(language: str) -> bool:
    return translation.get_language_info(language)["bidi"]


def own_name(language: str) -> str:
    """What a language calls itself: « English », « Español »."""
    name = translation.get_language_info(language)["name_local"]
    return name[:1].upper() + name[1:]


def install_locales(using: str) -> None:
    """Make what Wagtail needs to translate into each language of the settings. None is ever removed."""
    for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES:
        Locale.objects.using(using).get_or_create(language_code=code)
