"""A verdict on a place holds the next day: what it says of today changes by itself, what was judged does not."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, Site

from audits.actions import publish_page
from audits.gate.judging import known_verdict
from home.models import HomePage, PlaceIndexPage, PlacePage
from tests.home.test_places import always, closure


@pytest.fixture
def places(gate):
    """The page of the places, online through the gate."""
    root = Page.objects.get(depth=1)
    home = root.add_child(instance=HomePage(title="Bienvenue", slug="bienvenue", live=False))
    Site.objects.all().delete()
    Site.objects.create(hostname="localhost", root_page=home, site_name="Ville d’essai", is_default_site=True)
    publish_page(home)
    home.refresh_from_db()
    return publish_page(home.add_child(instance=PlaceIndexPage(title="Lieux", slug="lieux", live=False)))


@pytest.mark.xdist_group("gate")
def test_a_verdict_holds_whatever_the_day(places, monkeypatch, client):
    today = date(2025, 12, 3)
    monkeypatch.setattr(timezone, "localdate", lambda *_: today)
    page = PlacePage(title="Halle", slug="halle", address="1 rue Haute", hours=[always()], live=False)
    page.exceptions = [(block["type"], block["value"]) for block in (closure(today + timedelta(days=1)),)]
    page = publish_page(Page.objects.get(pk=places.pk).specific.add_child(instance=page))
    assert page.live
    assert "Ouvert aujourd’hui" in client.get(page.url).content.decode()

    today += timedelta(days=1)
    page = PlacePage.objects.get(pk=page.pk)
    assert "Fermé aujourd’hui" in client.get(page.url).content.decode()
    assert known_verdict(page).accepted
