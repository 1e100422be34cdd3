"""Opens what declared controls open, one by one, reads the page in that state, and closes it again (ADR 0022)."""

import time
from functools import cache
from importlib.resources import files

from accessibility.page.declared_controls import DeclaredControl, Kind, declared_controls
from accessibility.page.model import Page
from accessibility.page.opened_state import OpenedState
from accessibility.page.table import page_from_probes
from accessibility.probes.gestures import pause, press_escape
from accessibility.probes.node_table import node_table
from accessibility.window import Window

_MOST = 12
_LONGEST = 4.0
"""Seconds after which no other control is opened."""
_PATIENCE = 100
"""Milliseconds left to a content to appear, or to go."""
_ADDED = "content that a control adds"
_FRAMES_UNREAD = ("frames that were not read again",)


def open_states(window: Window, page: Page, offsets: dict[str, int]) -> None:
    """Write down on a page its states, and whether one of them adds what the page at rest did not hold.

    After every other probe, as what a script did may not be undone: ends at the first state that is not. The network of
    the window is cut from then on, so that nothing leaves, even later. `offsets`: by frame, where its table begins in
    the page's. Raises PageError.
    """
    controls = declared_controls(page, _MOST)
    if not controls:
        return
    size = min((offset for offset in offsets.values() if offset), default=len(page.nodes))
    window.evaluate(f"{_script()};1")
    _cut_the_network(window)
    until = time.monotonic() + _LONGEST
    for control in controls:
        if time.monotonic() > until or not _open(window, page, control, size):
            return


def _open(window: Window, page: Page, control: DeclaredControl, size: int) -> bool:
    """Whether the page is again as it was."""
    if not window.evaluate(f"parvisStates.press({control.node.index}, {str(control.kind is Kind.TAB).lower()})"):
        return True
    pause(window, _PATIENCE)
    if window.evaluate("parvisStates.appeared()"):
        there = page_from_probes(node_table(window, window.main_frame), {}, source=page.source)
        window.evaluate("parvisStates.keepToTheFirstTable()")
        if not _is_node_for_node(there, page, size):
            page.opaque += (_ADDED,)
            return False
        there.opaque += page.opaque + (_FRAMES_UNREAD if there.select("iframe", "frame", "object") else ())
        page.opened += (OpenedState(control.node, there),)
    return _undo(window)


def _is_node_for_node(there: Page, page: Page, size: int) -> bool:
    return [node.tag for node in there.nodes] == [node.tag for node in page.nodes[:size]]


def _undo(window: Window) -> bool:
    if window.evaluate("parvisStates.isUndone()"):
        return True
    window.evaluate("parvisStates.pressBack()")
    pause(window, _PATIENCE)
    if window.evaluate("parvisStates.isUndone()"):
        return True
    press_escape(window)
    pause(window, _PATIENCE)
    return window.evaluate("parvisStates.isUndone()")


def _cut_the_network(window: Window) -> None:
    window.command("Network.enable")
    window.command(
        "Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=-1, uploadThroughput=-1
    )


@cache
def _script() -> str:
    return files("accessibility.probes").joinpath("opened_states.js").read_text(encoding="utf-8")
