"""What is written on what: every pair of colours that pages show is one that a theme is judged on.

Each token is given a colour of its own in the browser, so that what is seen tells which token it comes from.
"""

import pytest

from home.theme.pairs import INTERFACE, PAIRS, TEXT
from home.theme.tokens import usual_colours
from tests.home.conftest import add_page, home
from tests.home.every_type import PAGE_TYPES, add_below, add_one
from tests.web_site import web_site

__all__ = ["add_page", "home", "web_site"]

THEMED = {"brand", "accent", "tint", "band"}
"""The tokens that a theme changes."""
SEEN = """
const tokens = arguments[0], named = {};
tokens.forEach((token, place) => {
  const colour = `rgb(${place * 5 + 3}, ${place * 3 + 40}, ${200 - place * 7})`;
  document.documentElement.style.setProperty(`--${token}`, colour);
  named[colour] = token;
});
for (const details of document.querySelectorAll('details')) details.open = true;
const under = element => {
  for (let one = element; one; one = one.parentElement) {
    const colour = getComputedStyle(one).backgroundColor;
    if (colour !== 'rgba(0, 0, 0, 0)') return colour;
  }
};
const texts = [], edges = [];
for (const element of document.body.querySelectorAll('*')) {
  const style = getComputedStyle(element);
  const own = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  if (own && !element.closest('svg')) texts.push([style.color, under(element)]);
  if (element.matches('input, select, textarea')) edges.push([style.borderTopColor, under(element.parentElement)]);
}
const known = pairs => pairs.map(pair => pair.map(colour => named[colour] || colour));
return [known(texts), known(edges)];
"""


@pytest.fixture
def seen(browser, web_site):
    """The pairs of tokens that some HTML shows: those of its texts, and of the edges of its fields."""

    def look(html: str) -> tuple[set, set]:
        browser.get(web_site.page("/page.html", html))
        # A colour that is passing from one to another is neither.
        browser.execute_cdp_cmd(
            "Emulation.setEmulatedMedia", {"features": [{"name": "prefers-reduced-motion", "value": "reduce"}]}
        )
        texts, edges = browser.execute_script(SEEN, sorted(usual_colours()))
        return {tuple(pair) for pair in texts}, {tuple(pair) for pair in edges}

    return look


def unjudged(pairs: set, least: float) -> set:
    judged = {(pair.front, pair.back) for pair in PAIRS if pair.least >= least}
    return {pair for pair in pairs if THEMED & set(pair) and pair not in judged}


def test_components_show_no_pair_that_a_theme_is_not_judged_on(client, add_page, seen):
    add_page("Vie municipale", show_in_menus=True)
    texts, edges = seen(client.get("/-/composants/").content.decode())
    assert {("brand", "paper"), ("on-brand", "brand"), ("on-band", "band"), ("ink", "tint")} <= texts
    assert ("line", "paper") in edges
    assert unjudged(texts, TEXT) == set()
    assert unjudged(edges, INTERFACE) == set()


@pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda kind: kind.__name__)
def test_pages_show_no_pair_that_a_theme_is_not_judged_on(kind, client, home, add_page, seen):
    page = add_one(kind, home, add_page)
    add_below(page, add_page)
    texts, edges = seen(client.get(page.url).content.decode())
    assert ("brand", "paper") in texts
    assert unjudged(texts, TEXT) == set()
    assert unjudged(edges, INTERFACE) == set()


def test_every_pair_names_a_token():
    assert {token for pair in PAIRS for token in (pair.front, pair.back)} <= set(usual_colours())
