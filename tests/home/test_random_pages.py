"""Random pages with random defects: what goes live is clean, what is refused is kept, and nothing else happens."""

import json
from contextlib import suppress

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file_jpeg

from audits.gate import assets
from audits.gate.errors import PublicationRefused
from audits.gate.judging import checker
from home.models import HomePage, StandardPage
from tests.home.random_bodies import Body, random_body
from tests.home.test_start_town import empty_site

__all__ = ["empty_site"]

SEED = 20261127


@pytest.fixture
def town(empty_site):
    call_command("start_town", "Ville d’Essai", email="mairie@essai.example")
    return HomePage.objects.get()


@pytest.fixture
def image(town) -> int:
    return get_image_model().objects.create(title="IMG_1234.jpg", file=get_test_image_file_jpeg()).pk


def draft(town, seed: int, body: Body) -> StandardPage:
    page = StandardPage(title=f"Page {seed}", slug=f"page-{seed}", live=False, body=json.dumps(body.blocks))
    town.add_child(instance=page)
    return page


def publish(page: StandardPage, admin_client, *, by_program: bool) -> None:
    """Ask for the publication of a page's draft, by a program or by the administration."""
    revision = page.save_revision()
    if by_program:
        with suppress(PublicationRefused):
            revision.publish()
    else:
        bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        admin_client.post(f"{bulk}?id={page.pk}", {"include_descendants": ""})
    page.refresh_from_db()


def defects_of_what_visitors_get(client, page: StandardPage) -> list[str]:
    """What the engine finds for certain in the page as it is served."""
    answer = client.get(page.url)
    report = checker().judge(answer.content.decode(), page.full_url, assets.roots())
    return [finding["message"] for finding in report["findings"] if finding["verdict"] == "fail"]


def written(page: StandardPage) -> list[dict]:
    """The body of a page as the database would have it once each block is read."""
    list(page.body)
    return page.body.stream_block.get_prep_value(page.body)


def as_stored(body: Body) -> list[dict]:
    return written(StandardPage(body=json.dumps(body.blocks)))


def try_pages(town, image: int, admin_client, client, pages: int) -> None:
    """Publish random pages, each then rewritten at random and published again."""
    seen = {"online": 0, "refused": 0, "kept online": 0}
    for seed in range(SEED, SEED + pages):
        body = random_body(seed, image)
        page = draft(town, seed, body)
        publish(page, admin_client, by_program=seed % 2 == 0)
        assert page.live == (body.defects == 0), (seed, body)
        if not page.live:
            seen["refused"] += 1
            assert page.refusals.count() == 1
            assert written(page.get_latest_revision_as_object()) == as_stored(body)
            assert client.get(page.get_url()).status_code == 404
            continue
        seen["online"] += 1
        assert defects_of_what_visitors_get(client, page) == [], seed

        other = random_body(seed + 10**9, image)
        online, before = written(page), client.get(page.url).content
        page.body = json.dumps(other.blocks)
        publish(page, admin_client, by_program=seed % 2 == 1)
        assert page.live
        assert written(page.get_latest_revision_as_object()) == as_stored(other)
        if other.defects:
            seen["kept online"] += 1
            assert (written(page), client.get(page.url).content) == (online, before), seed
            assert page.refusals.count() == 1
        else:
            assert written(page) == as_stored(other)
            assert defects_of_what_visitors_get(client, page) == [], seed
    assert all(seen.values()), seen


@pytest.mark.xdist_group("gate")
def test_what_goes_live_is_clean_and_what_is_refused_is_kept(town, image, admin_client, client):
    try_pages(town, image, admin_client, client, 7)


@pytest.mark.proof
@pytest.mark.timeout(3600)
def test_of_300_random_pages_what_goes_live_is_clean(town, image, admin_client, client):
    try_pages(town, image, admin_client, client, 300)
