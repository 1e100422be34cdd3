"""Walks through a page with the Tab key, as a person without a mouse does, and tells where the focus cannot leave.

Only a page that listens to the focus or to the keys can hold it back: no other is walked through, except to see
whether what is hidden from assistive technologies keeps the focus. The walk comes last, when the page has been read.
"""

import time
from collections.abc import Iterable

from accessibility.page.listeners import FOCUSES, KEYS
from accessibility.page.model import Node, Page
from accessibility.page.tab_walk import TabWalk, hidden_from_assistive_technology, is_one_stop, tabbable
from accessibility.page_errors import BrowserLost, PageError
from accessibility.probes import event_listeners
from accessibility.window import Window

_MOST_PRESSES = 150
_LONGEST = 4.0
"""Seconds that a walk may last; after that it proves nothing."""
_PATIENCE = 40
_LONG_PATIENCE = 120
"""Milliseconds left to the page to move the focus after a key, on the way and when a trap is to be proven."""
_ENOUGH_TURNS = 3

_FOCUSED = """
new Promise((done) => setTimeout(() => {
  const getter = (prototype, name) => Object.getOwnPropertyDescriptor(prototype, name).get;
  const shadowOf = getter(Element.prototype, "shadowRoot");
  const focusedIn = getter(ShadowRoot.prototype, "activeElement");
  let element = getter(Document.prototype, "activeElement").call(document);
  for (let root = element && shadowOf.call(element); root && focusedIn.call(root); root = shadowOf.call(element))
    element = focusedIn.call(root);
  const nowhere = !element || element.localName === "body" || element.localName === "html";
  done(nowhere ? null : parvisIndex.get(element) ?? -1);
}, PATIENCE))
"""
_STILL_THERE = """
INDEXES.every((index) => {
  const element = parvisElements[index];
  return element.isConnected && element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest("[inert]") && !element.matches(":disabled");
})
"""


def walk(window: Window, page: Page) -> TabWalk | None:
    """Walk through the page that the window shows, after the probe; None when nothing calls for it or it failed.

    What the page listens to is asked first, and kept in the page.
    """
    if page.listeners is None:
        page.listeners = event_listeners.read(window, page)
    listened = page.listeners.kinds if page.listeners else frozenset()
    if not (listened & (FOCUSES | KEYS)) and not hidden_from_assistive_technology(page):
        return None
    patience = _PATIENCE if listened & FOCUSES else 0
    try:
        return _Walker(window, page, patience).walk()
    except BrowserLost:
        raise
    except PageError:
        return None


class _Walker:
    """One walk: presses keys and looks where the focus is."""

    def __init__(self, window: Window, page: Page, patience: int) -> None:
        self._window = window
        self._page = page
        self._patience = patience
        self._deadline = time.monotonic() + _LONGEST
        self._reachable = tabbable(page)

    def walk(self) -> TabWalk:
        self._window.command("Emulation.setFocusEmulationEnabled", enabled=True)
        order: list[Node] = []
        for _ in range(min(_MOST_PRESSES, 2 * len(self._reachable) + 20)):
            node = self._press("Tab", self._patience)
            if node is None or time.monotonic() > self._deadline:
                return TabWalk(tuple(order))
            order.append(node)
            if order.count(node) == _ENOUGH_TURNS and is_one_stop(node):
                circle = set(order[order.index(node) :])
                return TabWalk(tuple(order), self._trap(circle))
        return TabWalk(tuple(order))

    def _trap(self, circle: set[Node]) -> tuple[Node, ...]:
        """Where the focus turns whatever the key, in document order, when something else should be reached."""
        turns = 2 * len(circle) + 2
        for key, shift in (("Tab", False), ("Tab", True), ("Escape", False), ("Tab", False), ("Tab", True)):
            for _ in range(1 if key == "Escape" else turns):
                node = self._press(key, _LONG_PATIENCE, shift=shift)
                if node is None or not is_one_stop(node):
                    return ()
                circle.add(node)
        outside = [node for node in self._reachable if node not in circle]
        return tuple(sorted(circle, key=lambda n: n.index)) if outside and self._are_there(outside[:1]) else ()

    def _are_there(self, nodes: Iterable[Node]) -> bool:
        indexes = [node.index for node in nodes]
        return self._window.evaluate(_STILL_THERE.replace("INDEXES", str(indexes)))

    def _press(self, key: str, patience: int, *, shift: bool = False) -> Node | None:
        """Press a key; the element that then has the focus, None when it left the page or went out of sight."""
        code = {"Tab": 9, "Escape": 27}[key]
        for kind in ("keyDown", "keyUp"):
            self._window.command(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code=key,
                windowsVirtualKeyCode=code,
                modifiers=8 if shift else 0,
            )
        index = self._window.evaluate(_FOCUSED.replace("PATIENCE", str(patience)))
        return None if index is None or index < 0 else self._page.nodes[index]
