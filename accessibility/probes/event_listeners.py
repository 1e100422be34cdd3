"""Asks the browser which elements of the page's own document listen to which events, those of attributes included."""

from typing import Any

from selenium.common.exceptions import WebDriverException

from accessibility.page.listeners import FOCUSES, HOVERS, KEYS, PRESSES, Listeners
from accessibility.page.model import Node, Page
from accessibility.page_errors import BrowserLost, PageError
from accessibility.window import Window

_MOST_ELEMENTS = 120
"""Elements that are looked up, at 2 or 3 ms each; a page where more listen is read in part."""
_LOOKED_UP = PRESSES | HOVERS | KEYS | FOCUSES | {"change", "input"}

_INDEXES = "function (...elements) { return elements.map((element) => parvisIndex.get(element) ?? -1); }"


def read(window: Window, page: Page) -> Listeners | None:
    """The listeners of the page that the window shows, after the probe; None when the browser did not tell."""
    try:
        return _read(window, page)
    except BrowserLost:
        raise
    except PageError:
        return None


def _read(window: Window, page: Page) -> Listeners:
    world = window.world(window.main_frame)
    document = window.command("Runtime.evaluate", expression="document", contextId=world)["result"]["objectId"]
    outside = window.command("Runtime.evaluate", expression="window")["result"]["objectId"]
    elsewhere = {listener["type"] for listener in _listeners(window, outside, depth=1)}
    by_element: dict[int, set[str]] = {}
    for listener in _listeners(window, document, depth=-1):
        by_element.setdefault(listener.get("backendNodeId", 0), set()).add(listener["type"])
    wanted = [identifier for identifier, kinds in by_element.items() if kinds & _LOOKED_UP][:_MOST_ELEMENTS]
    indexes = dict(zip(wanted, _indexes(window, world, wanted), strict=True))
    found: dict[Node, frozenset[str]] = {}
    for identifier, kinds in by_element.items():
        if (index := indexes.get(identifier, -1)) > 0:
            found[page.nodes[index]] = frozenset(kinds)
        else:
            elsewhere |= kinds
    return Listeners(found, frozenset(elsewhere), whole=len(wanted) < _MOST_ELEMENTS)


def _listeners(window: Window, target: str, *, depth: int) -> list[dict[str, Any]]:
    answer = window.command("DOMDebugger.getEventListeners", objectId=target, depth=depth, pierce=True)
    return answer["listeners"]


def _indexes(window: Window, world: int, identifiers: list[int]) -> list[int]:
    """The place in the table of each element, -1 for what is no element of it (the document, a frame's element)."""
    objects = []
    for identifier in identifiers:
        try:
            resolved = window.command("DOM.resolveNode", backendNodeId=identifier, executionContextId=world)
            objects.append({"objectId": resolved["object"]["objectId"]})
        except BrowserLost:
            raise
        except (PageError, WebDriverException):
            objects.append({"value": None})
    if not objects:
        return []
    answer = window.command(
        "Runtime.callFunctionOn",
        functionDeclaration=_INDEXES,
        executionContextId=world,
        arguments=objects,
        returnByValue=True,
    )
    return answer["result"]["value"]
