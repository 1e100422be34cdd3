"""Whether a style sheet may set something in motion, as the probe reads it in a real browser."""

import pytest

from accessibility.browser import Browser
from accessibility.engine import read_window
from tests.accessibility.web_server import Answer, serve

HEAD = '<!DOCTYPE html><html lang="fr"><head><title>Horaires</title>{}</head><body><p>Ouvert.</p>{}</body></html>'


@pytest.fixture(scope="module")
def browser():
    with Browser() as running:
        yield running


def style_motion(browser: Browser, site, head: str, body: str = "") -> bool | None:
    address = site.page("/", HEAD.format(head, body))
    with browser.window() as window:
        window.navigate(address)
        return read_window(window, window.source()).page.style_motion


@pytest.mark.parametrize(
    "style",
    [
        "p { color: red; background: url(place.jpg) } a { transition: color 1s }",
        "@font-face { font-family: a; src: url('a.woff2') } p { mask: url(#decoupe) }",
        "p { background: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><path/></svg>\") }",
    ],
)
def test_styles_that_stand_still(browser, site, style):
    assert style_motion(browser, site, f"<style>{style}</style>") is False


@pytest.mark.parametrize(
    "style",
    [
        "@keyframes tourne { to { rotate: 1turn } }",
        "@media print { @keyframes tourne { to { rotate: 1turn } } }",
        "p:hover { animation: tourne 1s infinite }",
        "p { background: url(fond.gif) }",
        "p { background: url(fond.jpg.gif) }",
        "p::before { content: url('eclair.png') }",
        "p { background: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><animate/></svg>\") }",
        "p { background: url(data:image/gif;base64,R0lGODlhAQABAAAAACw=) }",
    ],
)
def test_styles_that_may_move(browser, site, style):
    assert style_motion(browser, site, f"<style>{style}</style>") is True


def test_a_sheet_in_a_file_is_read(browser, site):
    link = '<link rel="stylesheet" href="/feuille.css">'
    site.page("/feuille.css", Answer("p { color: red }", kind="text/css"))
    assert style_motion(browser, site, link) is False
    site.page("/feuille.css", Answer("@keyframes a { to { rotate: 1turn } }", kind="text/css"))
    assert style_motion(browser, site, link) is True


def test_a_sheet_that_cannot_be_read_proves_nothing(browser, site):
    with serve() as elsewhere:
        address = elsewhere.page("/feuille.css", Answer("p { color: red }", kind="text/css"))
        assert style_motion(browser, site, f'<link rel="stylesheet" href="{address}">') is None
    shadow = '<div><template shadowrootmode="open"><style>p { color: red }</style><p>a</p></template></div>'
    assert style_motion(browser, site, "", shadow) is None


def test_what_a_frame_sets_in_motion_counts(browser, site):
    frame = '<iframe title="a" srcdoc="<style>@keyframes a { to { rotate: 1turn } }</style>"></iframe>'
    assert style_motion(browser, site, "", frame) is True
