"""The demonstration: correct French, drawings that are drawn once, accounts that can be removed."""

import json
import re

import pytest
from django.contrib.auth import get_user_model

from home.demo.accounts import ACCOUNTS, demo_accounts, load_accounts, remove_accounts
from home.demo.blocks import body, heading
from home.demo.drawings import DRAWINGS, load_drawing, remove_drawings
from home.demo.pages import PAGES
from home.demo.typography import typeset
from home.models import PortalImage


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("8 h 30 – 12 h", "8\u00a0h\u00a030\u00a0– 12\u00a0h"),
        ("Pourquoi ? Parce que :", "Pourquoi\u202f? Parce que\u00a0:"),
        ("« Bonjour »", "«\u00a0Bonjour\u00a0»"),
        ("1 200 €", "1\u202f200\u00a0€"),
        ("https://example.org/?q=1", "https://example.org/?q=1"),
    ],
)
def test_typography(typed, wanted):
    assert typeset(typed) == wanted


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_pages_follow_french_typography(page, db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    text = json.dumps(page.values(), ensure_ascii=False)
    assert not re.search(r"[a-zà-ÿ] [;:?!»]", text)
    assert not re.search(r"\w[?!;] ", text)
    assert "..." not in text


def test_blocks_keep_their_identifiers():
    assert body("page", heading("A"))[0]["id"] == body("page", heading("B"))[0]["id"]
    assert body("page", heading("A"))[0]["id"] != body("autre", heading("A"))[0]["id"]


@pytest.mark.parametrize("name", DRAWINGS)
def test_drawings_are_drawn_once_and_removed(name, db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    image = load_drawing(name)
    assert (image.width, image.height) == (1200, 720)
    assert load_drawing(name) == image
    remove_drawings()
    assert not PortalImage.objects.exists()


def test_accounts_log_in_until_they_are_removed(db, client):
    someone_else = get_user_model().objects.create_user("claire", "claire@essai.example", "x")
    load_accounts()
    load_accounts()
    assert demo_accounts().count() == len(ACCOUNTS)
    for account in ACCOUNTS:
        assert client.login(username=account.username, password=account.password)
        assert client.get("/admin/").status_code == 200
    remove_accounts()
    assert list(get_user_model().objects.all()) == [someone_else]
