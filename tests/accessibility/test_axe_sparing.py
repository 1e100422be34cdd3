"""axe measures the contrast of fewer texts, and says the same of the page."""

import json

import pytest

from accessibility import axe
from accessibility.browser import Browser
from accessibility.engine import read_window
from tests.accessibility.web_server import CLEAN

pytestmark = pytest.mark.xdist_group("probes")

_CONTRAST = """
(async () => {
  const options = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] }, elementRef: true };
  const report = await axe.run({ include: [document], initiator: true }, options);
  const indices = (results) => results.flatMap(({ nodes }) => nodes.map((node) => parvisIndex.get(node.element)));
  return JSON.stringify([report.violations, report.incomplete, report.passes].map(indices));
})()
"""
_PALE = "color: #bbb"
_DARK = "position: absolute; background: #222; width: 200px; height: 40px"
TRAPS = {
    "pale text": f'<p style="{_PALE}">Texte pâle</p>',
    "ground of an ancestor": '<div style="background: #444"><p style="color: #333">Sombre sur sombre</p></div>',
    "painted over it": f'<div style="position: relative"><i style="{_DARK}"></i><p>Texte sur un aplat</p></div>',
    "out of its ground": '<div style="background: #222; height: 20px; color: #fff"><p>Une<br>deux<br>trois</p></div>',
    "moved off its ground": '<div style="background: #111; color: #fff">'
    '<p style="position: relative; top: 90px">Loin</p></div>',
    "picture under it": '<p style="background: linear-gradient(#fff, #000)">Texte sur un dégradé</p>',
    "opacity above it": '<div style="opacity: .3"><p>Texte à demi effacé</p></div>',
    "shadow": '<p style="text-shadow: 0 0 3px #000">Texte ombré</p>',
    "translucent ground": '<div style="background: #0009"><p style="color: #000">Sur un voile</p></div>',
    "drawn before it": "<style>.v::before { content: ''; position: absolute; inset: 0; background: #333 }</style>"
    '<p class="v" style="position: relative">Texte sous un voile</p>',
    "grid": '<div style="display: grid"><i style="background: #222; grid-area: 1 / 1; height: 40px"></i>'
    '<p style="grid-area: 1 / 1">Dans la même case</p></div>',
    "slotted": '<div><template shadowrootmode="open"><div style="background: #222"><slot></slot></div></template>'
    "<p>Texte glissé dans un fond</p></div>",
    "named colour": '<p style="color: color(srgb .9 .9 .9)">Couleur écrite autrement</p>',
    "filled otherwise": '<p style="-webkit-text-fill-color: #ddd">Rempli de gris</p>',
    "field": '<label>Nom <input value="Pâle" style="color: #bbb"></label>',
    "field on a picture": '<div style="background: linear-gradient(#fff, #000)">'
    '<label>Nom <input value="Clair" style="background: none"></label></div>',
    "field under a veil": f'<div style="position: relative"><i style="{_DARK}"></i>'
    '<label>Nom <input value="A"></label></div>',
    "link told by its colour": '<p>Prenez <a href="/r" style="color: #555; text-decoration: none">rendez-vous</a> au'
    " guichet de la mairie.</p>",
    "underlined like its sentence": '<p style="text-decoration: underline">Prenez <a href="/r" style="color: #222">'
    "rendez-vous</a> au guichet de la mairie.</p>",
    "signs alone": "<p>★★★</p>",
}


@pytest.fixture(scope="module")
def browser():
    with Browser() as browser:
        yield browser


def contrasts(browser: Browser, address: str) -> tuple[list[list[int]], list[list[int]]]:
    """Positions of the elements that axe refuses, doubts and accepts: left to itself, then spared."""
    with browser.window() as window:
        window.navigate(address)
        read_window(window, window.source())
        window.evaluate(axe.script())
        alone = json.loads(window.evaluate(_CONTRAST))
        window.evaluate(axe.sparing())
        return alone, json.loads(window.evaluate(_CONTRAST))


@pytest.mark.parametrize("trap", TRAPS)
def test_a_text_that_axe_refuses_or_doubts_is_not_spared(browser, site, trap):
    alone, spared = contrasts(browser, site.page("/contrast", CLEAN.format(TRAPS[trap])))
    assert spared[:2] == alone[:2]


def test_the_traps_are_what_axe_refuses_or_doubts(browser, site):
    """But for what axe, too, takes for a plain ground, or does not measure."""
    content = "".join(f"<section>{trap}</section>" for trap in TRAPS.values())
    (refused, doubted, _), _ = contrasts(browser, site.page("/contrasts", CLEAN.format(content)))
    assert len(refused) + len(doubted) >= len(TRAPS) - 4


def test_legible_texts_are_spared(browser, site):
    texts = '<p>Bonjour</p><div style="background: #123; color: #fff"><p>Bonsoir</p></div>' * 10
    texts += '<p>Prenez <a href="/r" style="color: #036">rendez-vous</a> au guichet.</p>'
    texts += '<p><label>Nom <input value="Durand"></label> <button>Envoyer</button></p>'
    (_, _, accepted), (_, _, left) = contrasts(browser, site.page("/legible", CLEAN.format(texts)))
    assert len(accepted) >= 20
    assert left == []
