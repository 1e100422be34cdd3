"""What declared controls open in a real browser, and that it is closed again."""

import pytest

from accessibility.browser import Browser
from accessibility.engine import read_window
from accessibility.probes.opened_states import open_states
from tests.accessibility.web_server import CLEAN

pytestmark = pytest.mark.xdist_group("probes")

TOGGLE = "p.hidden = !p.hidden; this.setAttribute('aria-expanded', String(!p.hidden))"
OPENING = {
    "details": "<details><summary>Plus</summary><p>Suite</p></details>",
    "expanded": f'<button aria-expanded="false" onclick="{TOGGLE}">Menu</button><p id="p" hidden>Suite</p>',
    "popover": '<button popovertarget="p">Aide</button><p id="p" popover>Suite</p>',
    "modal": '<button aria-haspopup="dialog" onclick="d.showModal()">Ouvrir</button><dialog id="d"><p>Suite</p></dialog>',
}


@pytest.fixture(scope="module")
def browser():
    with Browser(timeout=16) as running:
        yield running


@pytest.mark.parametrize("way", OPENING)
def test_what_is_opened_is_seen_and_closed(site, browser, way):
    with browser.window() as window:
        window.navigate(site.page(f"/{way}", CLEAN.format(OPENING[way])))
        page = read_window(window, window.source()).page
        (state,) = open_states(window, page)
    assert "p" in state.shown
    assert state.undone


def test_what_cannot_be_closed_ends_the_probe(site, browser):
    stuck = '<button aria-expanded="false" class="a" onclick="p.hidden = false">A</button><p id="p" hidden>Suite</p>'
    with browser.window() as window:
        window.navigate(site.page("/stuck", CLEAN.format(stuck + OPENING["details"])))
        states = open_states(window, read_window(window, window.source()).page)
    assert [state.undone for state in states] == [False]
