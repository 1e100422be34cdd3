"""The page as an anonymous visitor would get it if this content were live, rendered the same way each time."""

import copy
import re
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse
from django.urls import get_urlconf, set_urlconf
from django.utils import translation
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from audits.templatetags.provenance import MARKING

_CHANGES_BY_ITSELF = (
    (re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]*'), r"\1"),
    (re.compile(r'(\bnonce=")[^"]*'), r"\1"),
)
_SOME_DAY = datetime(2020, 1, 1, 12, tzinfo=UTC)
_NOT_CONTENT = frozenset({"title", "slug", "seo_title", "draft_title", "url_path", "path"})


class RenderingFailed(Exception):
    """The page's own template or view failed, or something else answered in its place."""


class _Handler(BaseHandler):
    """Django's request handling, middleware included, with one page as the view."""

    def _get_response(self, request: WSGIRequest) -> HttpResponse:
        response = request.parvis_page.serve(request)
        if callable(getattr(response, "render", None)):
            response = response.render()
        request.parvis_answer = response
        return response


@cache
def _handler(middleware: tuple[str, ...]) -> _Handler:
    """Made once for each list of middleware, some of which reads every static file as it is made."""
    handler = _Handler()
    handler.load_middleware()
    return handler


def as_if_live(page: Page) -> Page:
    """A copy that shows itself as it would once live: final address, and dates that do not change by themselves."""
    shown = copy.copy(page)
    shown.set_url_path(shown.get_parent())
    shown.live = True
    shown.has_unpublished_changes = False
    shown.first_published_at = shown.last_published_at = shown.latest_revision_created_at = _SOME_DAY
    return shown


def rendered(page: Page) -> str | None:
    """The HTML of a page made by `as_if_live`, with provenance marks; None when it answers no HTML.

    The page need not be saved. Tokens and nonces are removed, so that the same content gives the same text before and
    during its publication. Raises RenderingFailed.
    """
    request = _request(page)
    language, urlconf = translation.get_language(), get_urlconf()
    try:
        response = _handler(tuple(settings.MIDDLEWARE)).get_response(request)
    finally:
        set_urlconf(urlconf)
        translation.activate(language) if language else translation.deactivate_all()
    own_answer = getattr(request, "parvis_answer", None)
    if own_answer is None or own_answer.status_code != response.status_code:
        raise RenderingFailed(f"the page could not be rendered (HTTP {response.status_code})")
    if not response.get("Content-Type", "").startswith("text/html") or 300 <= response.status_code < 400:
        return None
    html = response.content.decode(response.charset)
    for pattern, replacement in _CHANGES_BY_ITSELF:
        html = pattern.sub(replacement, html)
    return html


def address(page: Page) -> str:
    """The page's absolute address, or one under a name that cannot exist when no site shows it."""
    return page.full_url or f"http://site.invalid{page.url_path or '/'}"


def emptied(page: Page) -> Page:
    """The same page without what its editor wrote: what is still wrong then is not the content's fault."""
    empty = copy.copy(page)
    for field in page._meta.get_fields():
        if not getattr(field, "concrete", False) or field.name in _NOT_CONTENT or field.is_relation:
            continue
        if isinstance(field, StreamField):
            setattr(empty, field.name, field.stream_block.to_python([]))
        elif _is_written_text(field):
            setattr(empty, field.name, "")
    return empty


def _is_written_text(field) -> bool:
    is_text = isinstance(field, RichTextField) or field.get_internal_type() in ("TextField", "CharField")
    return is_text and not field.choices and field.model is not Page


def _request(page: Page) -> WSGIRequest:
    url = urlsplit(address(page))
    scheme = "https" if settings.SECURE_SSL_REDIRECT else url.scheme
    port = url.port or (443 if scheme == "https" else 80)
    headers = page._get_dummy_headers()
    request = WSGIRequest(
        headers
        | {
            "PATH_INFO": url.path or "/",
            "SERVER_PORT": str(port),
            "wsgi.input": BytesIO(),
            "wsgi.url_scheme": scheme,
        }
    )
    request.is_dummy = True
    request.parvis_page = page
    setattr(request, MARKING, True)
    return request
