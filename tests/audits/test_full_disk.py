"""The disk of the database is full in the middle of a publication: nothing goes live, nothing typed is lost."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import OperationalError, connection
from django.urls import reverse

from audits.admin.database_trouble import BUSY, FULL, LOST, why_not_saved
from tests.audits.doors import form_data
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import CLEAN, Town

TYPED = "Texte tout juste saisi. "
LONG = f"{CLEAN}<p>{TYPED * 2_000}</p>"
"""Longer than what is left free in the last pages of the tables."""


@contextmanager
def full_disk() -> Iterator[None]:
    """SQLite may not make its file longer, nor has it any page left free in it."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA page_count")
        (count,) = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count = {count}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count = 1073741823")


@pytest.mark.parametrize("action", ["publish", "save"])
def test_the_form_comes_back_with_what_was_typed_and_the_next_try_succeeds(town: Town, action):
    page = town.draft("Page", CLEAN)
    client, address = town.admin_client(), reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = form_data(page, LONG, **({"action-publish": "1"} if action == "publish" else {}))
    revisions = page.revisions.count()
    with full_disk():
        response = client.post(address, data)
    assert response.status_code == 200
    body = response.content.decode()
    assert "plus de place sur le disque" in body and "Prévenez la personne qui administre le site" in body
    assert TYPED * 2_000 in body
    page.refresh_from_db()
    assert not page.live and page.revisions.count() == revisions
    assert client.post(address, data).status_code == 302
    page = PlainPage.objects.get(pk=page.pk)
    assert page.live is (action == "publish")
    assert TYPED in page.get_latest_revision_as_object().body.render_as_block()


def test_a_page_online_stays_as_it_was(town: Town):
    page = town.draft("Page", CLEAN)
    page.get_latest_revision().publish()
    client, address = town.admin_client(), reverse("wagtailadmin_pages:edit", args=[page.pk])
    with full_disk():
        assert client.post(address, form_data(page, LONG, **{"action-publish": "1"})).status_code == 200
    assert TYPED not in town.admin_client().get(page.url).content.decode()
    assert PlainPage.objects.get(pk=page.pk).live


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("database or disk is full", FULL),
        ('could not extend file "base/1/2": No space left on device', FULL),
        ("database is locked", BUSY),
        ("canceling statement due to lock timeout", BUSY),
        ("server closed the connection unexpectedly", LOST),
    ],
)
def test_the_reason_is_told_from_what_the_database_says(said, reason):
    assert why_not_saved(OperationalError(said)) == reason
