"""Gives the focus to every element of a page that may receive it, and looks whether it can be seen.

Style tells most of it: an element that bears the browser's own outline, whole and in sight, needs no picture. Of the
others, one of each kind that looks the same is photographed without the focus, with it, and without it again. Nothing
is said of a page that moves by itself between the first and the last picture.
"""

import io
import time
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from PIL import Image, ImageChops

from accessibility.page.focus_marks import FocusMarks, Mark, is_bare_without_outline, receivers
from accessibility.page.listeners import FOCUSES
from accessibility.page.model import Node, Page
from accessibility.window import Window

_MOST_ELEMENTS = 400
_LONGEST_LOOK = 1500
"""Milliseconds that the styles of one document may take."""
_MOST_PICTURED = 16
_LONGEST_PICTURES = 4.0
"""Seconds that the pictures may take."""
_PATIENCE = 60
"""Milliseconds left to a page that listens to the focus to show it."""
_STRONG = 3.0
"""Contrast with what was there that makes a pixel a visible mark (WCAG 1.4.11)."""
_FEWEST_PIXELS = 24
_LARGEST_LOOKED_AT = 40_000
_HAS_A_CARET = ("", "text", "search", "url", "tel", "email", "password", "number", "date", "time", "datetime-local")


def look(window: Window, page: Page, offsets: dict[str, int]) -> FocusMarks | None:
    """See how the focus shows on the elements of a page; None when there are too many.

    `offsets`: by frame, where its table begins in the page's.
    """
    nodes = receivers(page)
    if len(nodes) > _MOST_ELEMENTS:
        return None
    window.evaluate(f"{_script()};1")
    held = set(nodes)
    scrolled = (page.nodes[index] for index in window.evaluate("parvisFocus.scrolled()"))
    nodes += [node for node in scrolled if node not in held and not any(n in held for n in node.descendants())]
    window.command("Emulation.setFocusEmulationEnabled", enabled=True)
    _press_shift(window)
    marks: dict[Node, Mark] = {}
    kinds: dict[str, list[Node]] = defaultdict(list)
    for frame, rows in _looks(window, page, nodes, offsets):
        for node, focused, native, likeness in rows:
            if native:
                marks[node] = Mark.NATIVE
            elif focused and frame == window.main_frame:
                kinds[likeness].append(node)
            else:
                marks[node] = Mark.UNSURE
    return _Photographer(window, page).photograph(kinds, marks)


def _looks(
    window: Window, page: Page, nodes: list[Node], offsets: dict[str, int]
) -> Iterator[tuple[str, list[tuple[Node, bool, bool, str]]]]:
    bounds = [*sorted(offsets.values()), len(page.nodes)]
    for frame, offset in offsets.items():
        end = bounds[bounds.index(offset) + 1]
        indexes = [node.index - offset for node in nodes if offset <= node.index < end]
        if not indexes:
            continue
        window.evaluate(f"{_script()};1", frame)
        rows = window.evaluate(f"parvisFocus.look({indexes}, {_LONGEST_LOOK})", frame)
        yield frame, [(page.nodes[index + offset], *said) for index, *said in rows]


def _press_shift(window: Window) -> None:
    """A key that does nothing, so that the browser shows the focus as to somebody who uses the keyboard."""
    for kind in ("keyDown", "keyUp"):
        window.command("Input.dispatchKeyEvent", type=kind, key="Shift", code="ShiftLeft", windowsVirtualKeyCode=16)


class _Photographer:
    def __init__(self, window: Window, page: Page) -> None:
        self._window = window
        self._focus_is_listened_to = page.listeners is None or not page.listeners.kinds.isdisjoint(FOCUSES)
        self._until = time.monotonic() + _LONGEST_PICTURES

    def photograph(self, kinds: dict[str, list[Node]], marks: dict[Node, Mark]) -> FocusMarks:
        """Complete the marks by pictures of one element of each kind."""
        patience = _PATIENCE if self._focus_is_listened_to else 0
        alike = {}
        for count, nodes in enumerate(kinds.values()):
            if count >= _MOST_PICTURED or time.monotonic() > self._until:
                break
            mark = self._mark(nodes[0], patience)
            marks |= dict.fromkeys(nodes, mark)
            if mark is Mark.UNSEEN:
                alike[nodes[0]] = tuple(nodes)
        return FocusMarks(marks, alike)

    def _mark(self, node: Node, patience: int) -> Mark:
        at_rest = self._tell(f"rest({node.index})")
        before = self._picture()
        with_focus = self._tell(f"take({node.index})", patience)
        during = self._picture()
        self._tell(f"rest({node.index})", patience)
        after = self._picture()
        if not with_focus["focused"] or before.size != during.size or ImageChops.difference(before, after).getbbox():
            return Mark.UNSURE
        changed = ImageChops.difference(before, during).getbbox()
        if changed is None:
            certain = (
                at_rest["seen"] and with_focus["bare"] and is_bare_without_outline(node) and not _has_a_caret(node)
            )
            return Mark.UNSEEN if certain else Mark.UNSURE
        width, height = at_rest["box"][2:]
        strong = _strong_pixels(before.crop(changed), during.crop(changed))
        if not at_rest["seen"] or strong < max(_FEWEST_PIXELS, width + height):
            return Mark.UNSURE
        return Mark.NATIVE if with_focus["automatic"] else Mark.VISIBLE

    def _tell(self, order: str, patience: int = 0) -> dict[str, Any]:
        told = self._window.evaluate(f"parvisFocus.{order}")
        if patience:
            self._window.evaluate(f"new Promise((done) => setTimeout(done, {patience}))")
        return told

    def _picture(self) -> Image.Image:
        return Image.open(io.BytesIO(self._window.capture())).convert("RGB")


def _has_a_caret(node: Node) -> bool:
    """A text field shows the focus by its caret, which blinks."""
    if node.tag == "input":
        return (node.get("type") or "").strip().lower() in _HAS_A_CARET
    return node.tag == "textarea" or node.has("contenteditable")


def _strong_pixels(before: Image.Image, after: Image.Image) -> int:
    """How many pixels of two pictures of the same size are in strong contrast with each other."""
    step = max(1, before.width * before.height // _LARGEST_LOOKED_AT)
    pairs = list(zip(_pixels(before), _pixels(after), strict=True))[::step]
    return step * sum(one != other and _contrast(one, other) >= _STRONG for one, other in pairs)


def _pixels(image: Image.Image) -> Iterator[tuple[int, ...]]:
    raw = image.tobytes()
    return zip(raw[0::3], raw[1::3], raw[2::3], strict=True)


def _contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@cache
def _luminance(colour: tuple[int, ...]) -> float:
    red, green, blue = (
        value / 255 / 12.92 if value / 255 <= 0.04045 else ((value / 255 + 0.055) / 1.055) ** 2.4 for value in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def _script() -> str:
    return files("accessibility.probes").joinpath("focus_marks.js").read_text(encoding="utf-8")
