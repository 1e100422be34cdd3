"""Opens what declared controls open, one by one, without the network, and closes it again (ADR 0022)."""

import time
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from accessibility.browser import Window
from accessibility.page.declared_controls import DeclaredControl, Kind, declared_controls
from accessibility.page.model import Page

_MOST = 12
_LONGEST = 4.0
"""Seconds that all may take together."""
_PATIENCE = 100
"""Milliseconds left to a content to appear, or to go."""


@dataclass(frozen=True)
class OpenedState:
    """What a control opened: `shown`, the tags of the elements that appeared; `undone`, whether all went again."""

    control: DeclaredControl
    shown: tuple[str, ...]
    undone: bool


def open_states(window: Window, page: Page) -> tuple[OpenedState, ...]:
    """What declared controls show, after the probe; ends at the first that cannot be undone. Raises PageError."""
    controls = declared_controls(page, _MOST)
    if not controls:
        return ()
    window.evaluate(f"{_script()};1")
    until = time.monotonic() + _LONGEST
    states = []
    _set_network(window, offline=True)
    try:
        for control in controls:
            if time.monotonic() > until:
                break
            is_tab = "true" if control.kind is Kind.TAB else "false"
            if not window.evaluate(f"parvisStates.press({control.node.index}, {is_tab})"):
                continue
            _wait(window)
            shown = tuple(window.evaluate("parvisStates.appeared()"))
            states.append(OpenedState(control, shown, _undo(window)))
            if not states[-1].undone:
                break
    finally:
        _set_network(window, offline=False)
    return tuple(states)


def _undo(window: Window) -> bool:
    if window.evaluate("parvisStates.isUndone()"):
        return True
    window.evaluate("parvisStates.pressBack()")
    _wait(window)
    if window.evaluate("parvisStates.isUndone()"):
        return True
    for kind in ("keyDown", "keyUp"):
        window.command("Input.dispatchKeyEvent", type=kind, key="Escape", code="Escape", windowsVirtualKeyCode=27)
    _wait(window)
    return window.evaluate("parvisStates.isUndone()")


def _wait(window: Window) -> None:
    window.evaluate(f"new Promise((done) => setTimeout(done, {_PATIENCE}))")


def _set_network(window: Window, *, offline: bool) -> None:
    window.command("Network.enable")
    window.command(
        "Network.emulateNetworkConditions", offline=offline, latency=0, downloadThroughput=-1, uploadThroughput=-1
    )


@cache
def _script() -> str:
    return files("accessibility.probes").joinpath("opened_states.js").read_text(encoding="utf-8")
