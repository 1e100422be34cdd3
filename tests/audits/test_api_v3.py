"""Wagtail's REST API, version 3: closed by the gate should a site mount it, and not mounted by the portal."""

import pytest
from django.urls import NoReverseMatch, Resolver404, resolve, reverse

from audits.models import PendingPublication
from tests.audits.doors_api import API_DOORS
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import BAD, CLEAN, Town

pytestmark = pytest.mark.gate

# What these make is a draft in its own right, which is kept: the API says that it is done, and the page is not live.
MADE_AS_DRAFT = {"api_v3_copy", "api_v3_alias", "api_v3_translation"}


@pytest.fixture
def api(town, settings) -> Town:
    """The town, with the API mounted."""
    settings.ROOT_URLCONF = "tests.audits.api_v3_urls"
    settings.WAGTAIL_I18N_ENABLED = True
    return town


@pytest.mark.parametrize("name", API_DOORS)
def test_api_is_closed_to_what_breaks_the_rgaa(name, api):
    response = API_DOORS[name](api, BAD)
    assert api.online(BAD) == set()
    if name in MADE_AS_DRAFT:
        assert response.status_code == 201, response.content
        assert PendingPublication.objects.get(page_id=response.json()["id"]).state == "refused"
    else:
        assert response.status_code == 422, response.content
        assert "défaut d’accessibilité" in response.json()["errors"][0]["msg"]


@pytest.mark.parametrize("name", API_DOORS)
def test_api_is_open_to_clean_content(name, api):
    response = API_DOORS[name](api, CLEAN)
    assert response.status_code in (200, 201), response.content
    page = PlainPage.objects.get(pk=response.json()["id"])
    assert page.live
    assert CLEAN in page.body.render_as_block()


def test_draft_of_a_refused_request_is_kept(api):
    API_DOORS["api_v3_create"](api, BAD)
    page = PlainPage.objects.get(slug="page-api")
    assert not page.live
    assert BAD in page.get_latest_revision_as_object().body.render_as_block()


def test_portal_does_not_mount_the_api():
    with pytest.raises(NoReverseMatch):
        reverse("wagtailapi_v3:create_page")
    with pytest.raises(NoReverseMatch):
        reverse("wagtailapi_v3:list_pages")
    try:
        view = resolve("/api/v3/pages/").func
    except Resolver404:
        return
    assert view.__module__ == "wagtail.views"
