"""A tab is left to the next page only by a page that left nothing in it, and it changes no verdict."""

from collections.abc import Iterator

import pytest

from accessibility import engine
from accessibility.browser import Browser
from accessibility.page_errors import PageError
from accessibility.probes.all_probes import Probing
from accessibility.window import Window
from tests.small_site import SmallSite, html

PLAIN = html("Simple", "<p>Texte.</p>")
BROKEN = html("Image", '<p>Texte. <img src="absente.png"></p>')
FRAMED = html("Cadre", '<iframe title="Plan" src="/plain"></iframe>')
SCRIPTED = html(
    "Script",
    '<p id="seen"></p><script>document.getElementById("seen").textContent = '
    "[history.length, document.referrer, window.name, sessionStorage.length].join()</script>",
)
PAGES = {"/plain": PLAIN, "/broken": BROKEN, "/framed": FRAMED, "/scripted": SCRIPTED}


@pytest.fixture(scope="module")
def site() -> Iterator[SmallSite]:
    with SmallSite(PAGES) as served:
        yield served


@pytest.fixture
def browser() -> Iterator[Browser]:
    with Browser(timeout=16) as running:
        yield running


def tab_of(window: Window) -> str:
    return window.command("Target.getTargetInfo")["targetInfo"]["targetId"]


def judged(browser: Browser, url: str, probing: Probing = Probing.KEYBOARD) -> tuple[str, list[str]]:
    """The tab that showed a page, and the rules that it fails."""
    with browser.window() as window:
        window.navigate(url)
        report = engine.judge_window(window, engine.Stopwatch(), source=window.source(), probing=probing)
        return tab_of(window), [finding.rule for finding in report.failures]


def test_page_that_runs_nothing_leaves_its_tab(browser, site):
    (first, clean), (second, broken), (third, again) = (
        judged(browser, f"{site.url}/{name}") for name in ("plain", "broken", "plain")
    )
    assert first == second == third
    assert broken == [*clean, "axe-image-alt"] and again == clean


def test_axe_is_there_before_it_is_sent(browser, site):
    judged(browser, f"{site.url}/plain")
    with browser.window() as window:
        window.navigate(f"{site.url}/plain")
        assert window.evaluate("typeof axe.run") == "function"
        assert window.command("Runtime.evaluate", expression="typeof axe")["result"]["value"] == "undefined"


def test_a_frame_gets_axe_only_when_it_is_judged(browser, site):
    judged(browser, f"{site.url}/plain")
    with browser.window() as window:
        window.navigate(f"{site.url}/framed")
        (frame, _), *_ = window.frames()
        assert window.evaluate("typeof axe", frame) == "undefined"


@pytest.mark.parametrize("name", ["scripted", "framed"])
def test_page_that_may_have_run_something_takes_its_tab_with_it(browser, site, name):
    first, _ = judged(browser, f"{site.url}/{name}")
    second, _ = judged(browser, f"{site.url}/plain")
    assert first != second


def test_page_that_was_moved_takes_its_tab_with_it(browser, site):
    first, _ = judged(browser, f"{site.url}/plain", Probing.ALL)
    second, _ = judged(browser, f"{site.url}/plain")
    assert first != second


def test_page_that_was_not_judged_takes_its_tab_with_it(browser, site):
    with browser.window() as window:
        window.navigate(f"{site.url}/plain")
        first = tab_of(window)
    second, _ = judged(browser, f"{site.url}/plain")
    assert first != second


def test_a_script_sees_no_page_before_its_own(browser, site):
    def seen() -> str:
        with browser.window() as window:
            window.navigate(f"{site.url}/scripted")
            return window.evaluate("document.getElementById('seen').textContent")

    fresh = seen()
    for _ in range(3):
        judged(browser, f"{site.url}/plain")
    assert seen() == fresh


def test_a_tab_is_not_kept_for_ever(browser, site, monkeypatch):
    monkeypatch.setattr("accessibility.browser._MOST_IN_A_TAB", 2)
    first, second, third = (judged(browser, f"{site.url}/plain")[0] for _ in range(3))
    assert first == second != third


def test_a_kept_tab_that_dies_costs_one_page_at_most(browser, site):
    judged(browser, f"{site.url}/plain")
    try:
        with browser.window() as window:
            window.command("Page.navigate", url="chrome://crash")
            window.navigate(f"{site.url}/plain")
    except PageError:
        pass
    assert judged(browser, f"{site.url}/broken")[1] == ["axe-image-alt"]
