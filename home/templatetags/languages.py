"""What a page says of its language and of its other versions."""

from django import template
from django.forms.utils import flatatt
from django.utils.safestring import SafeString
from wagtail.models import Page, Site

from home import versions
from home.languages import FRAME, attributes, home_of, language_of, own_name

register = template.Library()


def _site(context) -> Site | None:
    return Site.find_for_request(context["request"]) if "request" in context else None


def _document_language(context) -> str:
    """The language of the page; what the portal answers beside its pages is in French."""
    page = context.get("page")
    return language_of(page) if isinstance(page, Page) else FRAME


@register.simple_tag(takes_context=True)
def in_french(context) -> SafeString:
    """The attributes of an element whose text is French, in a page that may not be."""
    return flatatt(attributes(FRAME, around=_document_language(context)))


@register.simple_tag(takes_context=True)
def in_page(context, language: str) -> SafeString:
    """The attributes of an element in that language, among the text of the page."""
    return flatatt(attributes(language, around=_document_language(context)))


@register.simple_tag
def in_language(language: str) -> SafeString:
    """The attributes of an element in that language, among French text."""
    return flatatt(attributes(language))


register.filter("language_of", language_of)
register.filter("own_name", own_name)


@register.simple_tag(takes_context=True)
def page_versions(context) -> versions.Versions:
    """The language of the page that is shown, and its other versions."""
    page = context.get("page")
    return versions.versions_of(page, _site(context)) if isinstance(page, Page) else versions.Versions(FRAME)


@register.inclusion_tag("components/language_switch.html", takes_context=True)
def language_switch(context, shown: versions.Versions) -> dict:
    """The languages that a page may be read in; none when it is in one."""
    page, request = context.get("page"), context.get("request")
    translations = [
        {"url": version.get_url(request), "language": language_of(version), "current": version.pk == page.pk}
        for version in shown.translations
    ]
    return {"translations": translations}


@register.simple_tag(takes_context=True)
def home_address(context) -> str:
    """Where the name of the site leads: the home page in the visitor's language."""
    site = _site(context)
    return (site and home_of(site).get_url(context["request"])) or "/"
