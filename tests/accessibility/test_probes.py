"""What the probes leave behind them: nothing on the page, and a verdict whatever the page does against them."""

import json

import pytest

from accessibility.browser import Browser
from accessibility.engine import Stopwatch, check_url, judge_reading, read_window
from accessibility.probes.all_probes import Probing
from tests.accessibility.hostile_pages import PICTURE, with_script
from tests.accessibility.web_server import CLEAN

pytestmark = pytest.mark.xdist_group("probes")

NOTICE = (
    "<style>.notice { height: 20px; line-height: 20px; overflow: hidden } a:focus { outline: 3px solid #123 }</style>"
    f'<p class="notice" style="color: #000">{"La mairie sera fermée lundi. " * 6}</p><a href="/ailleurs">Ailleurs</a>'
    '<form action="/envoi" method="post"><label>Nom <input name="nom"></label> <button>Envoyer</button></form>'
)
PROBES = {"strain", "keyboard", "focus", "hover"}
STATE = """JSON.stringify([
  document.documentElement.outerHTML, innerWidth, innerHeight, devicePixelRatio, scrollX, scrollY, location.href,
  document.adoptedStyleSheets.length, document.activeElement === document.body,
  [...document.querySelectorAll("p, a, h1")].map((e) => [getComputedStyle(e).fontSize, e.getBoundingClientRect().top]),
])"""
AGAINST = {
    "hangs when it is resized": "addEventListener('resize', () => { while (1); })",
    "hangs when it has the focus": "addEventListener('focusin', () => { while (1); })",
    "hangs under the pointer": "addEventListener('mouseover', (event) => { while (event.target.localName === 'a'); })",
    "leaves when it is resized": "addEventListener('resize', () => location.replace('/other'))",
    "leaves when it has the focus": "addEventListener('focusin', () => location.replace('/other'))",
    "closes itself when it is resized": "addEventListener('resize', () => { open('', '_self'); window.close(); })",
    "opens dialogs when it has the focus": "addEventListener('focusin', () => { alert(1); })",
    "empties itself when it is resized": "addEventListener('resize', () => { document.body.textContent = ''; })",
    "grows when it is resized": "addEventListener('resize', () => document.body.append('Encore '.repeat(99)))",
    "takes the prototypes away": "Element.prototype.focus = null; window.CSSStyleSheet = null; Range.prototype = null;",
}


@pytest.fixture(scope="module")
def browser():
    with Browser(timeout=16) as running:
        yield running


def test_the_page_is_given_back_as_it_was(site, browser):
    address = site.page("/notice", CLEAN.format(NOTICE))
    with browser.window() as window:
        window.navigate(address)
        reading = read_window(window, window.source())
        before = json.loads(window.evaluate(STATE))
        watch = Stopwatch()
        report = judge_reading(window, watch, reading)
        assert json.loads(window.evaluate(STATE)) == before
    assert {"c10_04_text_lost_when_enlarged"} == {f.rule for f in report.findings if "10.4.1" in f.rgaa}
    assert reading.page.strained.text_zoom, "the text was enlarged, and its styles given back"
    assert set(report.ms) >= PROBES


def test_the_gate_only_presses_keys(site, browser):
    address = site.page("/notice", CLEAN.format(NOTICE))
    assert set(check_url(browser, address, probing=Probing.KEYBOARD).ms) & PROBES == {"keyboard"}


def test_nothing_is_moved_where_nothing_is_asked(site, command_line):
    address = site.page("/notice", CLEAN.format(NOTICE))
    row = command_line.rows("--no-probes", address)[address]
    assert not set(row["ms"]) & PROBES
    assert {row["tests"][test] for test in ("10.4.1", "10.7.1", "10.11.1", "10.12.1", "12.9.1")} == {"cantTell"}


@pytest.mark.parametrize("trick", AGAINST)
def test_a_page_that_fights_a_probe_keeps_its_verdict_and_changes_no_later_one(site, browser, trick):
    link = '<a href="/other" aria-describedby="x">Autre page</a> <a href="/other#x">La même</a>'
    site.page("/other", CLEAN.format(""))
    fighting = site.page("/fighting", with_script(AGAINST[trick], PICTURE + link))
    assert check_url(browser, fighting).tests["1.1.1"] == "failed"
    report = check_url(browser, site.page("/after", CLEAN.format(PICTURE)))
    assert [finding.rule for finding in report.failures] == ["axe-image-alt"]
