"""What declared controls open in a real browser, what is said of it, and that it is closed again."""

import time
from contextlib import suppress

import pytest

from accessibility.browser import Browser
from accessibility.engine import check_url, read_window
from accessibility.outcome import Outcome
from accessibility.page_errors import PageError
from accessibility.probes import opened_states
from accessibility.probes.all_probes import Probing
from accessibility.probes.opened_states import open_states
from tests.accessibility.web_server import CLEAN
from tests.small_site import SmallSite

pytestmark = pytest.mark.xdist_group("probes")

TOGGLE = "p.hidden = !p.hidden; this.setAttribute('aria-expanded', String(!p.hidden))"
OPENING = {
    "details": "<details><summary>Plus</summary><p>Suite</p></details>",
    "expanded": f'<button aria-expanded="false" onclick="{TOGGLE}">Menu</button><p id="p" hidden>Suite</p>',
    "popover": '<button popovertarget="p">Aide</button><p id="p" popover>Suite</p>',
    "modal": '<button aria-haspopup="dialog" onclick="d.showModal()">Ouvrir</button><dialog id="d"><p>Suite</p>'
    "</dialog>",
}


@pytest.fixture(scope="module")
def browser():
    with Browser(timeout=16) as running:
        yield running


def opened(browser, address):
    """The page at an address, once its controls were tried."""
    with browser.window() as window:
        window.navigate(address)
        reading = read_window(window, window.source())
        open_states(window, reading.page, reading.offsets)
    return reading.page


@pytest.mark.parametrize("way", OPENING)
def test_what_is_opened_is_seen_and_closed(site, browser, way):
    with browser.window() as window:
        window.navigate(site.page(f"/{way}", CLEAN.format(OPENING[way])))
        reading = read_window(window, window.source())
        page = reading.page
        open_states(window, page, reading.offsets)
        again = read_window(window, window.source()).page
    (state,) = page.opened
    assert state.page.select("p")[-1].visible and not page.select("p")[-1].visible
    assert [node.visible for node in again.nodes] == [node.visible for node in page.nodes]


def test_what_cannot_be_closed_ends_the_probe(site, browser):
    stuck = '<button aria-expanded="false" class="a" onclick="p.hidden = false">A</button><p id="p" hidden>Suite</p>'
    page = opened(browser, site.page("/stuck", CLEAN.format(stuck + OPENING["details"])))
    assert [state.control.get("class") for state in page.opened] == ["a"]


def test_what_a_control_adds_is_out_of_sight(site, browser):
    adds = "<button aria-expanded='false' onclick='p.innerHTML = \"<b>Suite</b>\"'>A</button><p id='p'></p>"
    page = opened(browser, site.page("/adds", CLEAN.format(adds + OPENING["details"])))
    assert page.opaque and not page.opened


HIDDEN_DEFECT = OPENING["expanded"].replace("Suite", '<a href="/x"></a> Suite')


def test_a_defect_that_opens_is_found_once_with_what_opens_it(site, browser):
    twice = HIDDEN_DEFECT + '<button popovertarget="q">Aide</button><p id="q" popover>Aide</p>'
    address = site.page("/defect", CLEAN.format(twice))
    at_rest = check_url(browser, address, probing=Probing.KEYBOARD)
    assert at_rest.tests["6.2.1"] is not Outcome.FAILED and "states" not in at_rest.ms
    report = check_url(browser, address)
    (found,) = [one for one in report.failures if "6.2.1" in one.rgaa]
    assert found.message.endswith("Cela se voit quand on active «\u00a0Menu\u00a0».")
    assert report.tests["6.2.1"] is Outcome.FAILED and report.ms["states"] > 0
    assert found.node.visible is False, "the finding is of the page at rest, where nobody takes its picture"


def test_what_was_said_at_rest_is_not_said_again(site, browser):
    address = site.page("/rest", CLEAN.format('<a href="/x"></a>' + OPENING["expanded"]))
    report = check_url(browser, address)
    assert len([one for one in report.failures if "6.2.1" in one.rgaa]) == 1
    assert not any("quand on active" in one.message for one in report.findings)


@pytest.mark.parametrize(
    "doing",
    ["alert('Ici')", "while (true) {}", "location.assign('/elsewhere')", "document.body.remove()", "open('/x')"],
)
def test_a_control_that_misbehaves_costs_its_state_only(site, browser, doing):
    hostile = f'<a href="/x"></a><button aria-expanded="false" onclick="{doing}">Menu</button>'
    report = check_url(browser, site.page("/hostile", CLEAN.format(hostile)))
    assert report.tests["6.2.1"] is Outcome.FAILED
    clean = check_url(browser, site.page("/after", CLEAN.format("<p>Bien</p>")))
    assert clean.tests["6.2.1"] is not Outcome.FAILED


@pytest.mark.parametrize("offline", [True, False])
@pytest.mark.parametrize(
    "leaving",
    ["fetch('/sent', {method: 'POST'})", "navigator.sendBeacon('/sent')", "location.assign('/sent')", "f.submit()"],
)
def test_no_request_reaches_the_server_thanks_to_the_cut(browser, leaving, offline, monkeypatch):
    form = '<form id="f" action="/sent" method="post"></form>'
    page = CLEAN.format(f'{form}<button aria-expanded="false" onclick="{leaving}">Menu</button>')
    if not offline:
        monkeypatch.setattr(opened_states, "_cut_the_network", lambda _: None)
    with SmallSite({"/leaving": page}) as counted, browser.window() as window:
        window.navigate(f"{counted.url}/leaving")
        reading = read_window(window, window.source())
        with suppress(PageError):
            open_states(window, reading.page, reading.offsets)
        time.sleep(0.2)
        assert any("/sent" in path for path in counted.asked) is not offline
