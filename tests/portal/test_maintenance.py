"""Closing the site to visitors, and opening it again."""

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command


@pytest.fixture(autouse=True)
def switch(settings, tmp_path):
    settings.PARVIS_MAINTENANCE_FILE = tmp_path / "maintenance"


@pytest.mark.django_db
def test_visitors_are_told_and_agents_keep_working(client, admin_client):
    call_command("maintenance", "on", say="Retour prévu à 14 h <sauf imprévu>.")
    response = client.get("/recherche/?q=piscine")
    html = BeautifulSoup(response.content, "html5lib")
    assert response.status_code == 503 and response["Retry-After"] == "600"
    assert html.h1.text == "Le site est en maintenance"
    assert "Retour prévu à 14 h <sauf imprévu>." in html.main.text
    assert "default-src" in response["Content-Security-Policy"]
    assert admin_client.get("/admin/").status_code == 200

    call_command("maintenance", "off")
    assert client.get("/recherche/").status_code == 200
    call_command("maintenance", "off")
