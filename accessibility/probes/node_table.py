"""Brings back the table of the nodes of a document that a window shows."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from accessibility import limits
from accessibility.window import Window


def node_table(window: Window, frame: str, *, nodes_before: int = 0) -> dict[str, Any]:
    """What the probe says of one document. Raises PageError, TooLarge with the `nodes_before` it in the page."""
    most = {"nodes": limits.MOST_NODES - nodes_before, "depth": limits.MOST_DEPTH, "characters": limits.MOST_CHARACTERS}
    answer = json.loads(window.evaluate(f"{{ const MOST = {json.dumps(most)}; {_probe()} }}", frame))
    if excess := answer.get("excess"):
        raise limits.TooLarge(excess)
    return answer


@cache
def _probe() -> str:
    return files("accessibility.page").joinpath("probe.js").read_text(encoding="utf-8")
