"""axe-core in a window: loaded in the isolated world with its French locale, run on every frame, read as findings."""

import json
import os
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from accessibility.axe_tags import CORRECTIONS, Correction
from accessibility.browser import Window
from accessibility.findings import Finding
from accessibility.outcome import Verdict
from accessibility.page.model import Node
from accessibility.page.selectors import excerpt, selector_path

_PACKAGE = "node_modules/axe-core"
_OPTIONS = {
    "runOnly": {"type": "tag", "values": ["RGAAv4"]},
    "resultTypes": ["violations", "incomplete"],
    "elementRef": True,
    "iframes": False,
    "preload": False,
}
_KEEP_TAG = Correction("axe's tag is right")


class AxeMissing(RuntimeError):
    """axe-core is not installed; the message says how to install it."""


def run(window: Window, frame: str, *, is_page: bool) -> list[dict[str, Any]]:
    """Run axe's RGAA rules on one document, after the probe. Rules about the whole page run only if `is_page`."""
    window.evaluate(script(), frame)
    expression = _runner().replace("OPTIONS", json.dumps(_OPTIONS)).replace("IS_TOP", "true" if is_page else "false")
    return json.loads(window.evaluate(expression, frame))["results"]


def findings(results: list[dict[str, Any]], nodes: list[Node]) -> list[Finding]:
    """Read the results of one document as findings. `nodes`: the part of the page's table that the probe made of it."""
    found = []
    for result in results:
        correction = CORRECTIONS.get(result["id"], _KEEP_TAG)
        tagged = tuple(tag.removeprefix("RGAA-") for tag in result["tags"] if tag.startswith("RGAA-"))
        for axe_node in result["nodes"]:
            verdict = Verdict(result["verdict"]) if correction.fails else Verdict.REVIEW
            if verdict is Verdict.REVIEW and not correction.reviews:
                continue
            tests = correction.tests(axe_node) if correction.tests else tagged
            node = nodes[axe_node["index"]] if axe_node["index"] is not None else None
            found.append(
                Finding(
                    rgaa=tests,
                    rule=f"axe-{result['id']}",
                    verdict=verdict,
                    source="axe",
                    targets=selector_path(node) if node else tuple(axe_node["target"]),
                    html=excerpt(node) if node else axe_node["html"],
                    message=result["help"],
                    fix=" ".join(dict.fromkeys(axe_node["messages"])),
                    node=node,
                )
            )
    return found


@cache
def script() -> str:
    """axe-core's source, made to speak French. Raises AxeMissing."""
    folder = _folder()
    source = (folder / "axe.min.js").read_text(encoding="utf-8")
    locale = (folder / "locales" / "fr.json").read_text(encoding="utf-8")
    return f"if (!globalThis.axe) {{ {source}\n;axe.configure({{locale: {locale}}}); }} 1"


@cache
def version() -> str:
    """The version of axe-core that is installed. Raises AxeMissing."""
    return json.loads((_folder() / "package.json").read_text(encoding="utf-8"))["version"]


@cache
def _runner() -> str:
    return files("accessibility").joinpath("axe_run.js").read_text(encoding="utf-8")


def _folder() -> Path:
    candidates = [Path(__file__).resolve().parents[1] / _PACKAGE, Path.cwd() / _PACKAGE]
    if configured := os.environ.get("PARVIS_AXE"):
        candidates.insert(0, Path(configured))
    for folder in candidates:
        if (folder / "axe.min.js").is_file():
            return folder
    raise AxeMissing("axe-core is not installed: run make setup, or set PARVIS_AXE to the folder of the npm package.")
