"""The doors of Wagtail's REST API, version 3, for a site that would mount it: the portal does not.

Each answers its response, so that what the API says of a refusal can be told from what it does.
"""

from collections.abc import Callable

from django.http import HttpResponse
from django.test import Client
from wagtail.models import APIToken, Locale

from tests.audits.plainsite.models import PlainPage
from tests.audits.town import CLEAN, Town

ApiDoor = Callable[[Town, str], HttpResponse]
API_DOORS: dict[str, ApiDoor] = {}


def api_door(function: ApiDoor) -> ApiDoor:
    """Register a door of the API under its function's name."""
    API_DOORS[function.__name__] = function
    return function


def _send(town: Town, method: str, path: str, data: dict) -> HttpResponse:
    _, token = APIToken.create_token(user=town.admin, name="programme")
    # An error of the server's own is an answer here, to be told from a refusal.
    client = Client(raise_request_exception=False, headers={"authorization": f"Bearer {token}"})
    return getattr(client, method)(f"/api/v3/pages/{path}", data, content_type="application/json")


def _act(town: Town, page: PlainPage, action: str, data: dict) -> HttpResponse:
    return _send(town, "post", f"{page.pk}/actions/{action}/", data)


def _body(html: str) -> list[dict[str, str]]:
    return [{"type": "html", "value": html}]


@api_door
def api_v3_create(town: Town, html: str) -> HttpResponse:
    meta = {"parent_id": town.home.pk, "type": "plainsite.PlainPage", "action": "publish"}
    return _send(town, "post", "", {"meta": meta, "title": "Page", "slug": "page-api", "body": _body(html)})


@api_door
def api_v3_edit(town: Town, html: str) -> HttpResponse:
    page = town.draft("Page", CLEAN)
    return _send(town, "patch", f"{page.pk}/", {"meta": {"action": "publish"}, "body": _body(html)})


@api_door
def api_v3_publish(town: Town, html: str) -> HttpResponse:
    return _act(town, town.draft("Page", html), "publish", {})


@api_door
def api_v3_copy(town: Town, html: str) -> HttpResponse:
    return _act(town, town.force_live(town.draft("Page", html)), "copy", {"keep_live": True})


@api_door
def api_v3_alias(town: Town, html: str) -> HttpResponse:
    return _act(town, town.force_live(town.draft("Page", html)), "create_alias", {})


@api_door
def api_v3_translation(town: Town, html: str) -> HttpResponse:
    Locale.objects.get_or_create(language_code="en")
    data = {"locale": "en", "copy_parents": True, "alias": True}
    return _act(town, town.force_live(town.draft("Page", html)), "copy_for_translation", data)
