"""Moves the pointer over what may make a content appear, and sees how that content can be mastered.

One element of each kind is tried. What does not go when the pointer goes elsewhere is no content shown on hover.
"""

import time
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from accessibility.page.additional_content import AdditionalContent
from accessibility.page.model import Page
from accessibility.probes.gestures import pause, press_escape
from accessibility.window import Window

_MOST_TRIGGERS = 8
_MOST_LISTENERS = 16
_LONGEST = 4.0
"""Seconds that all may take together."""
_PATIENCE = 150
"""Milliseconds left to a content to appear, or to go."""
_ELSEWHERE = (-5, -5)
_LISTENED = frozenset({"mouseenter", "mouseover", "pointerenter", "pointerover"})


def hover(window: Window, page: Page) -> tuple[AdditionalContent, ...]:
    """What the pointer makes appear on the page that a window shows, after the probe."""
    if not page.is_html:
        return ()
    window.evaluate(f"{_script()};1")
    triggers = window.evaluate(f"parvisHover.triggers({list(_listening(window))})")
    until = time.monotonic() + _LONGEST
    pointer = _Pointer(window)
    found = []
    for index, by_styles in triggers[:_MOST_TRIGGERS]:
        if time.monotonic() > until:
            break
        if seen := pointer.over(page, index, by_styles=by_styles):
            found.append(seen)
    return tuple(found)


def _listening(window: Window) -> Iterator[int]:
    """The elements, by their index, that listen to the pointer coming over them."""
    world = window.world(window.main_frame)
    body = window.command("Runtime.evaluate", expression="document.body", contextId=world)["result"]
    if "objectId" not in body:
        return
    heard = window.command("DOMDebugger.getEventListeners", objectId=body["objectId"], depth=-1, pierce=True)[
        "listeners"
    ]
    nodes = dict.fromkeys(h["backendNodeId"] for h in heard if h["type"] in _LISTENED and "backendNodeId" in h)
    for backend_node in list(nodes)[:_MOST_LISTENERS]:
        resolved = window.command("DOM.resolveNode", backendNodeId=backend_node, executionContextId=world)
        answer = window.command(
            "Runtime.callFunctionOn",
            objectId=resolved["object"]["objectId"],
            functionDeclaration="function () { return this === document.body ? -1 : parvisIndex.get(this) ?? -1; }",
            returnByValue=True,
        )
        if answer["result"].get("value", -1) >= 0:
            yield answer["result"]["value"]


class _Pointer:
    def __init__(self, window: Window) -> None:
        self._window = window

    def over(self, page: Page, index: int, *, by_styles: bool) -> AdditionalContent | None:
        """Go over one element; what that makes appear."""
        self._move(_ELSEWHERE)
        place = self._ask(f"prepare({index})")
        if place is None:
            return None
        self._move(place)
        text = self._ask("appeared()")
        if not text or not self._goes():
            return None
        self._move(place)
        press_escape(self._window)
        pause(self._window, _PATIENCE)
        escapes = not self._ask("isShown()")
        stays = self._stays(place)
        if stays is False:
            stays = self._stays(place)
        self._move(_ELSEWHERE)
        return AdditionalContent(page.nodes[index], text, by_styles, escapes, stays, self._ask("focus()"))

    def _goes(self) -> bool:
        self._move(_ELSEWHERE)
        return not self._ask("isShown()")

    def _stays(self, place: list[float]) -> bool | None:
        """Whether what has appeared stays once the pointer is on it, however it went there."""
        self._move(_ELSEWHERE)
        self._move(place)
        if not self._ask("isShown()"):
            return None
        there = self._ask("place()")
        if there is None:
            return None
        self._move(there)
        return self._ask("isShown()")

    def _ask(self, question: str):
        return self._window.evaluate(f"parvisHover.{question}")

    def _move(self, place: tuple[float, float] | list[float]) -> None:
        x, y = place
        self._window.command("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)
        pause(self._window, _PATIENCE)


@cache
def _script() -> str:
    return files("accessibility.probes").joinpath("additional_content.js").read_text(encoding="utf-8")
