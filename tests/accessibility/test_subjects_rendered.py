"""Subjects that only a browser can prove absent: what is hidden, what appears in a state, how links look."""

from collections.abc import Iterator

import pytest

from accessibility.browser import Browser
from accessibility.engine import read_window
from accessibility.subjects import absent_tests
from tests.accessibility.web_server import Answer

PAGE = """<!DOCTYPE html><html lang="fr"><head><title>Horaires</title><style>{style}</style></head>
<body><p>Ouvert à neuf heures, <a href="/">voir la suite</a>.</p>{body}</body></html>"""
REVEALED = {"10.13.1", "10.13.2", "10.13.3", "10.14.1", "10.14.2", "12.11.1"}
QUIET = "a:hover { color: red; background: none; } a:focus { outline: 2px solid; }"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as running:
        yield running


def absent(browser: Browser, site, body: str = "", style: str = QUIET) -> set[str]:
    with browser.window() as window:
        window.navigate(site.page("/horaires", PAGE.format(body=body, style=style)))
        return absent_tests(read_window(window, window.source()).page)


def test_a_plain_page_hides_nothing_and_shows_nothing_more_in_a_state(browser, site):
    assert {"10.8.1", "10.6.1"} | REVEALED <= absent(browser, site)


@pytest.mark.parametrize(
    ("body", "style"),
    [
        ('<p class="a">Fermé</p>', ".a { display: none; }"),
        ('<p class="a">Fermé</p>', ".a { visibility: hidden; }"),
        ('<img class="a" alt="Fermé" src="a.png">', ".a { display: none; }"),
        ('<p aria-hidden="true">Fermé</p>', ""),
        ("<details><summary>Horaires</summary>Fermé</details>", ""),
        ("<dialog>Fermé</dialog>", ""),
    ],
)
def test_what_is_hidden_takes_it_back(browser, site, body, style):
    assert "10.8.1" not in absent(browser, site, body, style)


@pytest.mark.parametrize(
    ("body", "style"),
    [
        ('<p class="a">Fermé</p>', "p:hover + .a { left: 0; }"),
        ('<p class="a">Fermé</p>', "a:focus { transform: none; }"),
        ('<p class="a">Fermé</p>', '.a:hover::after { content: "Lundi"; }'),
        ('<p class="a">Fermé</p>', ".a { color: transparent; } .a:hover { color: red; }"),
        ('<p class="a">Fermé</p>', ".a:hover { background: url(lundi.png); }"),
        ("<details><summary>Horaires</summary>Fermé</details>", ""),
        ('<link rel="stylesheet" href="/ailleurs.css">', ""),
        ("<script>document.title = 'Fermé';</script>", ""),
    ],
)
def test_what_may_appear_takes_it_back(browser, site, body, style):
    site.page("/ailleurs.css", Answer("p:hover { height: 3em; }", kind="text/css"))
    assert not REVEALED & absent(browser, site, body, style)


def test_a_link_without_line_takes_it_back(browser, site):
    assert "10.6.1" not in absent(browser, site, style="a { text-decoration: none; }")
