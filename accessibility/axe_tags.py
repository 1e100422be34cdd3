"""Where axe's RGAA tags, or the certainty that it claims, are not those of the RGAA: one line per correction.

axe tags each rule with one RGAA test. A rule that is not named here keeps axe's tag, its violations are failures and
its incomplete results are reviews.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

AxeNode = dict[str, Any]
"""What axe says of one element: `tag`, `role`, `attributes`, `data` (the data of its failed checks, by check)."""


@dataclass(frozen=True)
class Correction:
    """How to read one axe rule. `tests` (None keeps axe's tag), `fails` False turns a violation into a review."""

    reason: str
    tests: Callable[[AxeNode], tuple[str, ...]] | None = None
    fails: bool = True
    reviews: bool = True


def _only(*tests: str) -> Callable[[AxeNode], tuple[str, ...]]:
    return lambda node: tests


def _contrast_test(node: AxeNode) -> tuple[str, ...]:
    """RGAA 3.2 has one test per size and weight (24 px, or 18.5 px in bold, are large)."""
    data = node["data"].get("color-contrast") or {}
    size = float(str(data.get("fontSize") or "0").split("(")[-1].rstrip("px)") or 0)
    bold = str(data.get("fontWeight")) == "bold"
    if bold:
        return ("3.2.4",) if size >= 18.5 else ("3.2.2",)
    return ("3.2.3",) if size >= 24 else ("3.2.1",)


def _command_test(node: AxeNode) -> tuple[str, ...]:
    return {"link": ("6.2.1",), "button": ("11.9.1",)}.get(node["role"], ("7.1.1",))


def _list_test(node: AxeNode) -> tuple[str, ...]:
    """A missing parent or child is a list's defect only for list roles; elsewhere a component is incomplete."""
    return ("9.3.1",) if node["role"] in ("list", "listitem") else ("7.1.1",)


_STRUCTURE_ONLY = "RGAA 9.2 asks for the right elements where there are zones, not that everything be in a zone"

CORRECTIONS: dict[str, Correction] = {
    "aria-allowed-attr": Correction("an attribute that its role does not support is ignored, not harmful", fails=False),
    "aria-command-name": Correction("link, button and menuitem belong to three criteria", _command_test),
    "aria-conditional-attr": Correction("restitution depends on the pair: a person must listen", fails=False),
    "aria-deprecated-role": Correction("a deprecated role is still exposed", fails=False),
    "aria-required-children": Correction("only list roles belong to 9.3", _list_test),
    "aria-required-parent": Correction("only list roles belong to 9.3", _list_test),
    "blink": Correction("no current browser makes it blink", fails=False),
    "bypass": Correction("12.7 is about repeated zones over pages: one page cannot tell", fails=False),
    "color-contrast": Correction("3.2 has one test per size and weight", _contrast_test),
    "frame-title-unique": Correction("two frames may have the same subject: relevance is a person's", fails=False),
    "html-has-lang": Correction("a language on every text satisfies 8.3 too: see our own rule", fails=False),
    "html-xml-lang-mismatch": Correction("no test forbids it, relevance of the code is 8.4.1", _only("8.4.1"), fails=False),
    "meta-refresh": Correction("13.1.1 and 13.1.2 differ by the target: see our own rule", fails=False, reviews=False),
    "nested-interactive": Correction("restitution of nested components must be listened to", fails=False),
    "object-alt": Correction("1.1.6 is about images: other objects belong to other themes", fails=False),
    "region": Correction(_STRUCTURE_ONLY, fails=False, reviews=False),
    "scrollable-region-focusable": Correction("current browsers let the keyboard scroll it", fails=False),
    "server-side-image-map": Correction("links that double the zones satisfy 1.1.4", fails=False),
    "skip-link": Correction("another link on the page may do the same: 12.7 takes a person", fails=False),
    "table-duplicate-name": Correction("relevance of a caption is a person's", fails=False),
    "th-has-data-cells": Correction("a header without data cell may be an empty table", fails=False),
}
