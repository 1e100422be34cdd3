"""The bytes of a page become the text that a browser would read."""

import pytest

from accessibility.decoding import text_of

PAGE = '<!DOCTYPE html><html lang="fr"><head><meta charset="{}"><title>Été</title></head>{}</html>'


@pytest.mark.parametrize("tail", ["", "."])
@pytest.mark.parametrize("declared", ["utf-16", "utf-16le", "utf-99", "base64", "utf-8", ""])
def test_what_is_declared_wrong_is_read_all_the_same(declared, tail):
    page = PAGE.format(declared, tail)
    assert text_of(page.encode(), None) == page


@pytest.mark.parametrize("declared", ["iso-8859-1", "latin1", "windows-1252", "ascii", ""])
def test_the_old_names_of_the_west_are_windows_1252(declared):
    page = PAGE.format(declared, "L’heure d’été : 3 €")
    assert text_of(page.encode("windows-1252"), None) == page


def test_the_server_goes_before_the_page_and_the_mark_before_both():
    page = PAGE.format("utf-8", "")
    assert text_of(page.encode("windows-1252"), "iso-8859-1") == page
    assert text_of(page.encode("utf-16"), "utf-8") == page
    assert text_of(page.encode("utf-8-sig"), "windows-1252") == page
    assert text_of(page.encode(), "a charset that is none") == page


def test_bytes_that_mean_nothing_leave_the_rest():
    assert text_of(PAGE.format("utf-8", "").encode() + b"\xff\x80", None).endswith("</html>\ufffd\ufffd")
    assert text_of(b"", None) == ""
