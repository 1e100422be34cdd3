"""axe-core in a window: loaded in the isolated world with its French locale, run on every frame, read as findings."""

import json
import os
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from accessibility.axe_messages import MESSAGES
from accessibility.axe_tags import ADDED, CORRECTIONS, Correction
from accessibility.findings import Finding
from accessibility.outcome import Verdict
from accessibility.page.model import Node
from accessibility.page.selectors import excerpt, selector_path
from accessibility.window import Window

_PACKAGE = "node_modules/axe-core"
_ONLY_OF_THE_PAGE = ("bypass", "document-title", "html-has-lang", "html-lang-valid", "meta-viewport")
_OPTIONS: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": ["RGAAv4"]},
    "rules": dict.fromkeys(ADDED, {"enabled": True})
    | {rule: {"enabled": False} for rule, correction in CORRECTIONS.items() if correction.is_silent},
    "resultTypes": ["violations", "incomplete"],
    "elementRef": True,
    "iframes": False,
    "preload": {"assets": ["cssom", "media"], "timeout": 1500},
}
_IS_AT_HAND = "typeof globalThis.axe?.run === 'function'"
_TAGS = "JSON.stringify(axe.getRules().map((rule) => [rule.ruleId, rule.tags]))"
_KEEP_TAG = Correction("axe's tag is right")


class AxeMissing(RuntimeError):
    """axe-core is not installed; the message says how to install it."""


def run(window: Window, frame: str, *, is_page: bool) -> list[dict[str, Any]]:
    """Run axe's RGAA rules on one document, after the probe. Rules about the page itself run only if `is_page`."""
    left_out = {} if is_page else {rule: {"enabled": False} for rule in _ONLY_OF_THE_PAGE}
    options = _OPTIONS | {"rules": _OPTIONS["rules"] | left_out}
    run_it = _runner().replace("OPTIONS)", json.dumps(options) + ")")
    if not window.evaluate(_IS_AT_HAND, frame):
        window.evaluate(script(), frame)
    return json.loads(window.evaluate(f"{sparing()};\n{run_it}", frame))["results"]


def findings(results: list[dict[str, Any]], nodes: list[Node]) -> list[Finding]:
    """Read the results of one document as findings. `nodes`: the part of the page's table that the probe made of it."""
    found = []
    for result in results:
        correction = CORRECTIONS.get(result["id"], _KEEP_TAG)
        tagged = tuple(tag.removeprefix("RGAA-") for tag in result["tags"] if tag.startswith("RGAA-"))
        for axe_node in result["nodes"]:
            node = nodes[axe_node["index"]] if axe_node["index"] is not None else None
            axe_node["node"] = node
            axe_node["turned"] = [nodes[index] for index in axe_node.get("turned", ())]
            certain = result["verdict"] == Verdict.FAIL and correction.is_certain(axe_node)
            if not certain and not correction.reviews:
                continue
            words = MESSAGES[result["id"]]
            found.append(
                Finding(
                    rgaa=correction.tests(axe_node) if correction.tests else tagged or ADDED[result["id"]],
                    rule=f"axe-{result['id']}",
                    verdict=Verdict.FAIL if certain else Verdict.REVIEW,
                    source="axe",
                    act=tuple(result["act"]),
                    targets=selector_path(node) if node else tuple(axe_node["target"]),
                    html=excerpt(node) if node else axe_node["html"],
                    message=words.said(certain=certain),
                    fix=" ".join((words.fix, *_details(axe_node, everything=words.details))),
                    node=node,
                )
            )
    return found


def _details(axe_node: dict[str, Any], *, everything: bool) -> list[str]:
    """What axe measured, in French: the colours of a text, or its own sentences where they name the culprit."""
    contrast = axe_node["data"].get("color-contrast") or {}
    if contrast.get("contrastRatio") and contrast.get("expectedContrastRatio"):
        measured, wanted = (
            str(contrast[key]).replace(".", ",").replace(":1", "") for key in ("contrastRatio", "expectedContrastRatio")
        )
        colours = f"texte {contrast.get('fgColor')} sur fond {contrast.get('bgColor')}"
        return [f"Contraste mesuré : {measured}:1 ({colours}) ; attendu : {wanted}:1 au moins."]
    if not everything:
        return []
    return [f"{text}." for text in dict.fromkeys(text for check, text in axe_node["messages"] if check in _in_french())]


def tests_of_rules(window: Window) -> dict[str, tuple[str, ...]]:
    """The RGAA tests that each axe rule we run may speak of, as corrected. Loads axe in the window."""
    window.evaluate(script())
    tags = json.loads(window.evaluate(_TAGS))
    told = {rule: tuple(tag.removeprefix("RGAA-") for tag in known if tag.startswith("RGAA-")) for rule, known in tags}
    run = [rule for rule in told if told[rule] or rule in ADDED]
    return {
        rule: CORRECTIONS.get(rule, _KEEP_TAG).possible_tests or told[rule] or ADDED[rule]
        for rule in run
        if not CORRECTIONS.get(rule, _KEEP_TAG).is_silent
    }


@cache
def script() -> str:
    """axe-core's source, made to speak French. Raises AxeMissing."""
    source = (folder() / "axe.min.js").read_text(encoding="utf-8")
    return f"{source}\n;axe.configure({{locale: {_locale()}}}); 1"


@cache
def version() -> str:
    """The version of axe-core that is installed. Raises AxeMissing."""
    return json.loads((folder() / "package.json").read_text(encoding="utf-8"))["version"]


@cache
def _locale() -> str:
    return (folder() / "locales" / "fr.json").read_text(encoding="utf-8")


@cache
def _in_french() -> frozenset[str]:
    """The checks whose sentences axe has in French."""
    return frozenset(json.loads(_locale())["checks"])


@cache
def _runner() -> str:
    return files("accessibility").joinpath("axe_run.js").read_text(encoding="utf-8")


@cache
def sparing() -> str:
    """What spares axe the measures whose answer is known, once it is loaded and before it is run."""
    return files("accessibility").joinpath("axe_sparing.js").read_text(encoding="utf-8")


@cache
def folder() -> Path:
    """Where the npm package of axe-core is installed. Raises AxeMissing."""
    candidates = [Path(__file__).resolve().parents[1] / _PACKAGE, Path.cwd() / _PACKAGE]
    if configured := os.environ.get("PARVIS_AXE"):
        candidates.insert(0, Path(configured))
    for candidate in candidates:
        if (candidate / "axe.min.js").is_file():
            return candidate
    raise AxeMissing("axe-core is not installed: run make setup, or set PARVIS_AXE to the folder of the npm package.")
