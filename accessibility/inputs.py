"""What a verdict on a page depends on, as one digest: with the same engine, the same digest gives the same verdict.

docs/adr/0017 says why that is certain.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

from selenium.common.exceptions import WebDriverException

from accessibility.linked_documents.verdict import DocumentVerdict
from accessibility.page_errors import WentElsewhere
from accessibility.window import Window

_STYLES = """
display visibility opacity position overflow-x overflow-y clip clip-path z-index transform filter mix-blend-mode
color background-color background-image text-shadow font-size font-weight font-style text-decoration-line
border-bottom-width border-bottom-style outline-style pointer-events content
""".split()
"""What axe reads of the styles; what our own rules read of them is in the probe's tables."""
_DECIDING = frozenset({"Script", "Stylesheet"})
"""The kinds of resources without whose bytes nothing is certain. Of others what counts is also in the layout."""
_ASKS_BY_SCRIPT = """
performance.getEntriesByType("resource").some((entry) => ["fetch", "xmlhttprequest"].includes(entry.initiatorType))
"""


def digest_of_inputs(window: Window, source: str, tables: Iterable[dict[str, Any]], frames: Iterable[str]) -> str:
    """SHA-256 of what the engine goes by on the page that a window shows, read and not moved yet.

    `tables`: what the probe said of each document; `frames`: those that it read. Empty when something escapes us: a
    source, a script or a style sheet that cannot be had, or data that a script went for. Raises PageError as reading.
    """
    if not source or any(window.evaluate(_ASKS_BY_SCRIPT, frame) for frame in frames):
        return ""
    digest = hashlib.sha256()
    try:
        parts = [
            window.command("Browser.getVersion")["product"],
            window.url,
            source,
            *tables,
            _snapshot(window),
            *_resources(window, window.command("Page.getResourceTree")["frameTree"]),
        ]
    except _OutOfReach:
        return ""
    for part in parts:
        digest.update(json.dumps(part, sort_keys=True).encode() + b"\0")
    return digest.hexdigest()


def with_documents(inputs: str, verdicts: Iterable[DocumentVerdict]) -> str:
    """The digest of inputs of a page that says what was found in the documents that it links to; empty stays empty."""
    said = [verdict.as_json() for verdict in verdicts]
    return hashlib.sha256(json.dumps([inputs, said]).encode()).hexdigest() if inputs and said else inputs


class _OutOfReach(Exception):
    pass


def _snapshot(window: Window) -> dict[str, Any]:
    """Every document that the page's process holds, shadow trees included, laid out; without what is of one run."""
    snapshot = window.command("DOMSnapshot.captureSnapshot", computedStyles=_STYLES)
    strings = snapshot["strings"]
    for document in snapshot["documents"]:
        strings[document["frameId"]] = ""
        del document["nodes"]["backendNodeId"]
    return snapshot


def _resources(window: Window, tree: dict[str, Any]) -> Iterator[tuple]:
    """What each document loaded: kind, address, size, and the digest of its bytes when the browser still has them."""
    rows = []
    for resource in tree["resources"]:
        content = _content(window, tree["frame"]["id"], resource["url"])
        if content is None and resource["type"] in _DECIDING and not resource.get("failed"):
            raise _OutOfReach
        size = resource.get("contentSize", 0)
        read = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest() if content is not None else ""
        rows.append((resource["type"], resource["url"], resource["mimeType"], size, read))
    yield from sorted(rows)
    for child in tree.get("childFrames", ()):
        yield from _resources(window, child)


def _content(window: Window, frame: str, address: str) -> str | None:
    try:
        return window.command("Page.getResourceContent", frameId=frame, url=address)["content"]
    except (WebDriverException, WentElsewhere):
        return None
