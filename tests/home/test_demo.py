"""The demonstration: typography, drawings and files that are made once, accounts that can be removed."""

import re
import zlib

import pytest
from django.contrib.auth import get_user_model

from home.demo.accounts import ACCOUNTS, demo_accounts, load_accounts, remove_accounts
from home.demo.blocks import body, heading
from home.demo.drawings import DRAWINGS, load_drawing, remove_drawings
from home.demo.files import FILES, FOLDER, content_of, load_file, remove_files
from home.demo.typography import typeset
from home.models import PortalDocument, PortalImage


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("8 h 30 – 12 h", "8\u00a0h\u00a030\u00a0– 12\u00a0h"),
        ("Pourquoi ? Parce que :", "Pourquoi\u202f? Parce que\u00a0:"),
        ("« Bonjour »", "«\u00a0Bonjour\u00a0»"),
        ("1 200 €", "1\u202f200\u00a0€"),
        ("le 8 octobre, 12 km", "le 8\u00a0octobre, 12\u00a0km"),
        ("le 1<sup>er</sup> mars", "le 1<sup>er</sup>\u00a0mars"),
        ("au 01 99 00 12 34.", "au 01\u00a099\u00a000\u00a012\u00a034."),
        ("https://example.org/?q=1", "https://example.org/?q=1"),
    ],
)
def test_typography(typed, wanted):
    assert typeset(typed) == wanted


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


def test_drawings_differ():
    assert len({DRAWINGS[name]() for name in DRAWINGS}) == len(DRAWINGS) >= 12


@pytest.mark.parametrize("name", FILES)
def test_files_are_loaded_once_and_removed(name, db, settings, tmp_path, django_capture_on_commit_callbacks):
    settings.MEDIA_ROOT = tmp_path
    document = load_file(name)
    assert load_file(name) == document
    assert document.get_file_size() == len(content_of(name))
    with django_capture_on_commit_callbacks(execute=True):
        remove_files()
    assert not PortalDocument.objects.exists()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_every_file_of_the_folder_is_used_and_light():
    heaviest = {".pdf": 60_000, ".mp3": 80_000, ".webm": 200_000, ".vtt": 5_000}
    files = {path.name: path for path in FOLDER.iterdir()}
    assert set(files) == set(FILES)
    assert {
        name: path.stat().st_size for name, path in files.items() if path.stat().st_size > heaviest[path.suffix]
    } == {}


def inside(pdf: bytes) -> bytes:
    """The objects of a PDF file, those that it compresses included."""
    text = pdf
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            text += zlib.decompress(stream)
        except zlib.error:
            continue
    return text


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".pdf")])
def test_documents_are_tagged_and_say_their_title_and_language(name):
    objects = inside(content_of(name))
    assert re.search(rb"/MarkInfo\s*<<\s*/Marked true", objects)
    assert b"/StructTreeRoot" in objects
    assert re.search(rb"/S\s*/H1\b", objects)
    assert re.search(rb"/Title\s*[(<]", objects)
    assert b"/DisplayDocTitle true" in objects
    assert b"<pdfuaid:part>1" in objects or b'pdfuaid:part="1"' in objects
    language = b"en" if name == "welcome-guide.pdf" else b"fr"
    assert re.search(rb"/Lang\s*\(" + language + rb"\)", objects)


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
