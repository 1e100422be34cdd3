"""Enlarges the text of a page, spaces it out, narrows its window, and tells which texts do not bear it.

Only what was whole at rest can be lost. The page is given back as it was; where it does not come back, because a
script follows the size of the window, nothing that was seen is certain.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from accessibility.page.model import Node, Page
from accessibility.page.sight import has_scripts
from accessibility.page.strained_layout import Damage, Loss, StrainedLayout
from accessibility.window import Window

MOST_NODES = 12_000
"""A larger page is not strained: each strain lays it out anew."""
NARROW = (320, 256)
_FACTOR = 2
_SPACING = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
    " p { margin-bottom: 2em !important }"
)
_PATIENCE = 80
"""Milliseconds left to the scripts of a page to follow the size of its window."""
_SIZED = """
new Promise((done) => {
  const until = performance.now() + 1000;
  const look = () =>
    innerWidth === WIDTH || performance.now() > until ? setTimeout(done, PATIENCE) : setTimeout(look, 4);
  look();
})
"""

Losses = dict[Node, Loss]


def strain(window: Window, page: Page) -> StrainedLayout | None:
    """Strain the layout of the page that a window shows, after the probe; None where it cannot be measured."""
    if len(page.nodes) > MOST_NODES or not page.is_html:
        return None
    window.evaluate(f"{_script()};1")
    if not window.evaluate("scrollTo({ left: 0, top: 0, behavior: 'instant' }), parvisStrain.remember()"):
        return None
    return _Strainer(window, page).strain()


class _Strainer:
    def __init__(self, window: Window, page: Page) -> None:
        self._window = window
        self._page = page
        self._patience = _PATIENCE if has_scripts(page) else 0
        self._width, self._height = window.evaluate("[innerWidth, innerHeight]")

    def strain(self) -> StrainedLayout:
        text_zoom: Losses = {}
        with self._styled(f"space({_SPACING!r})"):
            spacing = self._losses()
        with self._sized(self._width // _FACTOR, self._height // _FACTOR):
            page_zoom = self._losses()
        with self._sized(*NARROW):
            narrow = self._losses(f"tooWide({NARROW[0]})")
        if page_zoom:
            with self._styled(f"enlarge({_FACTOR})"):
                text_zoom = self._losses()
        found = StrainedLayout(page_zoom, text_zoom, spacing, narrow)
        return found if self._window.evaluate("parvisStrain.isAtRest()") else _doubted(found)

    def _losses(self, measure: str = "losses()") -> Losses:
        rows: list[list[Any]] = self._window.evaluate(f"parvisStrain.{measure}")
        losses = (Loss(self._page.nodes[index], Damage(kind), text, certain) for index, kind, certain, text in rows)
        return {loss.node: loss for loss in losses}

    @contextmanager
    def _sized(self, width: int, height: int) -> Iterator[None]:
        self._window.command(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False
        )
        try:
            self._await(width)
            yield
        finally:
            self._window.command("Emulation.clearDeviceMetricsOverride")
            self._await(self._width)

    @contextmanager
    def _styled(self, change: str) -> Iterator[None]:
        self._window.evaluate(f"parvisStrain.{change}")
        try:
            yield
        finally:
            self._window.evaluate("parvisStrain.restore()")

    def _await(self, width: int) -> None:
        self._window.evaluate(_SIZED.replace("WIDTH", str(width)).replace("PATIENCE", str(self._patience)))


def _doubted(found: StrainedLayout) -> StrainedLayout:
    def doubt(losses: Losses) -> Losses:
        return {node: replace(loss, certain=False) for node, loss in losses.items()}

    return StrainedLayout(*map(doubt, (found.page_zoom, found.text_zoom, found.spacing, found.narrow)))


@cache
def _script() -> str:
    return files("accessibility.probes").joinpath("strained_layout.js").read_text(encoding="utf-8")
