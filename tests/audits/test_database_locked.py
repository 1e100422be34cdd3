"""SQLite's database is locked by another program: the editor's form comes back with what was typed."""

import time

from django.db import connection, connections
from django.urls import reverse

from tests.audits.doors import form_data
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import CLEAN

TYPED = f"{CLEAN}<p>Texte tout juste saisi.</p>"


def test_database_locked(town):
    page = town.draft("Page", CLEAN)
    client = town.admin_client()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = form_data(page, TYPED, **{"action-publish": "1"})
    assert client.get(address).status_code == 200
    previous = connection.settings_dict
    impatient = {**previous, "OPTIONS": {**previous["OPTIONS"], "timeout": 0.2}}
    other = connections.create_connection("default")
    other.settings_dict = impatient
    connection.close()
    connection.settings_dict = impatient
    try:
        with other.cursor() as cursor:
            cursor.execute("BEGIN IMMEDIATE")
            started = time.monotonic()
            response = client.post(address, data)
            cursor.execute("ROLLBACK")
        assert time.monotonic() - started < 20
        assert response.status_code == 200
        body = response.content.decode()
        assert "base de données est occupée" in body
        assert "Texte tout juste saisi." in body
    finally:
        other.close()
        connection.close()
        connection.settings_dict = previous
    assert not PlainPage.objects.get(pk=page.pk).live
    assert client.post(address, data).status_code == 302
    assert PlainPage.objects.get(pk=page.pk).live
