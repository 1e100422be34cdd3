"""The demonstration's procedures and places: complete, valid, in correct French, about nobody who exists."""

import json
import re

import pytest
from django.utils import timezone
from wagtail.models import Page

from home.demo.pages import PAGES
from home.demo.places import PLACES, coming
from home.demo.procedures import PROCEDURES
from home.demo.sheets import EVENTS, TOPICS, remove_lists
from home.models import LifeEvent, PlacePage, ServicePage, Topic

OURS = (*PLACES, *PROCEDURES)
REAL_SITES = ("https://www.legifrance.gouv.fr/",)


@pytest.fixture
def town(home):
    """The pages as a load makes them, without the gate."""
    made = {}
    for demo in OURS:
        parent = Page.objects.get(pk=made[demo.parent].pk if demo.parent in made else home.pk)
        made[demo.slug] = parent.add_child(instance=demo.kind(live=False, **demo.values()))
    return made


def test_slugs_are_those_of_no_other_page():
    slugs = [demo.slug for demo in (*PAGES, *OURS)]
    assert len(slugs) == len(set(slugs))


def test_the_town_has_what_it_announces(town):
    assert ServicePage.objects.count() == 12
    assert PlacePage.objects.count() == 6
    assert [topic.name for topic in Topic.objects.all()] == list(TOPICS)
    assert [event.name for event in LifeEvent.objects.all()] == list(EVENTS)
    for entry in (*Topic.objects.all(), *LifeEvent.objects.all()):
        assert entry.services.exists(), entry.name
    referred = [place for place in PlacePage.objects.all() if place.services.exists()]
    assert {place.slug for place in referred} == {"hotel-de-ville", "decheterie-du-val"}


def test_pages_are_those_that_editors_could_save(town):
    for page in town.values():
        page.full_clean()
        for field in page._meta.get_fields():
            if block := getattr(field, "stream_block", None):
                block.clean(getattr(page, field.name))


def test_loading_again_makes_no_entry_twice(town):
    before = Topic.objects.count(), LifeEvent.objects.count()
    for demo in PROCEDURES:
        demo.values()
    assert (Topic.objects.count(), LifeEvent.objects.count()) == before


def test_removing_keeps_the_entries_that_somebody_uses(town):
    remove_lists()
    assert Topic.objects.count() == 6
    for page in ServicePage.objects.exclude(slug="composteur"):
        page.delete()
    remove_lists()
    assert {entry.name for entry in (*Topic.objects.all(), *LifeEvent.objects.all())} == {
        "Déchets et environnement",
        "Je déménage",
    }


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from texts(inner)


@pytest.mark.parametrize("demo", OURS, ids=lambda demo: demo.slug)
def test_pages_follow_french_typography_and_name_nobody(demo, db):
    text = "\n".join(texts(demo.values()))
    assert not re.search(r"[a-zà-ÿ] [;:?!»]|\w[?!;] |\w'\w|« ", text)
    assert "..." not in text
    for phone in re.findall(r"\b0\d(?: \d\d){4}\b", text):
        assert phone.startswith("01 99 00 "), phone
    for address in re.findall(r"https?://\S+", text):
        assert ".example/" in address or address.startswith(REAL_SITES), address
    for email in re.findall(r"\S+@\S+", text):
        assert email.endswith("@merlonges.example"), email


def test_values_can_be_kept_as_json_but_for_the_lists(db):
    for demo in PLACES:
        json.dumps(demo.values())


@pytest.mark.parametrize("month", range(1, 13))
def test_announced_days_are_to_come(month):
    today = timezone.localdate()
    day = coming(month, 15)
    assert (day.month, day.day) == (month, 15)
    assert 0 <= (day - today).days <= 366
