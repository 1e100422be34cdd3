"""Pictures of the elements that findings are about, each cropped around its element and outlined.

Taken once the verdict is given. Nothing of the page is changed but how far it is scrolled: the outline is drawn on the
picture. What stands together in the window is cropped from one capture. What moves while it is taken has no picture.
"""

import io
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from PIL import Image, ImageDraw

from accessibility.findings import Finding
from accessibility.outcome import Verdict
from accessibility.page.model import DOCUMENT, Node
from accessibility.window import Window

MOST_PER_PAGE = 20
MOST_PER_RULE = 3
LARGEST = (800, 600)
"""Width and height of a picture, in pixels; of a larger element its beginning is shown."""
_MARGIN = 32
"""Pixels around the element, to see where it is."""
_LONGEST = 5.0
"""Seconds that the pictures of one page may take, within the time of the page."""
_QUALITY = 60
_OUTLINE, _HALO = "#c8102e", "#ffffff"
_NO_ELEMENT_OF_ITS_OWN = frozenset({"html", "body", "head"})

_PLACES = """
(() => {
  const { checkVisibility, getBoundingClientRect, scrollIntoView } = Element.prototype;
  const elementFromPoint = Document.prototype.elementFromPoint;
  const contains = Node.prototype.contains;
  const first = parvisElements[SCROLL_TO];
  if (first) {
    const fits = getBoundingClientRect.call(first).height <= innerHeight - 2 * MARGIN;
    scrollTo({ left: 0, top: 0, behavior: "instant" });  // wherever the probes left the page
    scrollIntoView.call(first, { behavior: "instant", block: fits ? "center" : "start", inline: "nearest" });
  }
  return INDEXES.map((index) => {
    const element = parvisElements[index];
    const box = getBoundingClientRect.call(element);
    const seen = checkVisibility.call(element, { visibilityProperty: true, opacityProperty: true });
    if (!seen || box.width < 2 || box.height < 2) return null;
    const hit = elementFromPoint.call(document, box.x + box.width / 2, box.y + box.height / 2);
    const within = box.x >= 0 && box.y >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
    return { box: [box.x, box.y, box.width, box.height], whole: within && contains.call(element, hit) };
  });
})()
"""


@dataclass(frozen=True)
class Screenshot:
    """A picture of an element. `image`: WebP. `width`, `height`: in pixels."""

    image: bytes = field(repr=False)
    width: int
    height: int


def screenshots_of(window: Window, findings: Iterable[Finding]) -> Iterator[tuple[int, Screenshot]]:
    """Take the pictures of findings of the page that the window shows: (position of the finding, picture).

    At most MOST_PER_RULE for a rule and MOST_PER_PAGE in all, certain defects first. An element without a box, or in a
    frame, has none. Ends early when it takes long; raises PageError when the page does not answer any more.
    """
    positions = _chosen(findings)
    waiting = list(positions)
    until = time.monotonic() + min(_LONGEST, window.seconds_left())
    while waiting and time.monotonic() < until:
        first = waiting[0]
        places = _places(window, waiting, scroll_to=first)
        if places[first] is None:
            waiting = [index for index in waiting if places[index]]
            continue
        capture = Image.open(io.BytesIO(window.capture())).convert("RGB")
        after = _places(window, waiting)
        taken = [index for index in waiting if index == first or (places[index] and places[index]["whole"])]
        for index in taken:
            if places[index] == after[index] and (picture := _cropped(capture, places[index]["box"])):
                yield from ((position, picture) for position in positions[index])
        waiting = [index for index in waiting if places[index] and index not in taken]


def _chosen(findings: Iterable[Finding]) -> dict[int, list[int]]:
    """By element (its index in the node table), the positions of its findings, for the findings that get a picture."""
    chosen: dict[int, list[int]] = defaultdict(list)
    by_rule: Counter[str] = Counter()
    for position, finding in sorted(enumerate(findings), key=lambda pair: pair[1].verdict is not Verdict.FAIL):
        if finding.node is None or not _can_be_shown(finding.node):
            continue
        full = len(chosen) >= MOST_PER_PAGE and finding.node.index not in chosen
        if not full and by_rule[finding.rule] < MOST_PER_RULE:
            by_rule[finding.rule] += 1
            chosen[finding.node.index].append(position)
    return chosen


def _can_be_shown(node: Node) -> bool:
    in_frame = sum(ancestor.tag == DOCUMENT for ancestor in node.ancestors()) > 1
    return node.is_element and not in_frame and node.tag not in _NO_ELEMENT_OF_ITS_OWN


def _places(window: Window, indexes: list[int], *, scroll_to: int | None = None) -> dict[int, dict | None]:
    """Where elements are in the window, once it is scrolled to one of them; None for what has no box."""
    script = (
        _PLACES.replace("SCROLL_TO", json.dumps(scroll_to))
        .replace("MARGIN", str(_MARGIN))
        .replace("INDEXES", json.dumps(indexes))
    )
    return dict(zip(indexes, window.evaluate(script), strict=True))


def _cropped(capture: Image.Image, box: tuple[float, float, float, float]) -> Screenshot | None:
    """What is around a box of a capture, outlined; None when the box is out of it."""
    left, top = (round(value) for value in box[:2])
    right, bottom = round(box[0] + box[2]), round(box[1] + box[3])
    corner = (max(0, left - _MARGIN), max(0, top - _MARGIN))
    limits = (min(corner[0] + LARGEST[0], capture.width), min(corner[1] + LARGEST[1], capture.height))
    end = (min(right + _MARGIN, limits[0]), min(bottom + _MARGIN, limits[1]))
    if end[0] <= max(left, corner[0]) or end[1] <= max(top, corner[1]):
        return None
    picture = capture.crop((*corner, *end))
    draw = ImageDraw.Draw(picture)
    for width, distance, colour in ((5, 5, _HALO), (3, 4, _OUTLINE)):
        outline = (left - distance, top - distance, right + distance - 1, bottom + distance - 1)
        draw.rectangle(_moved(outline, corner), outline=colour, width=width)
    written = io.BytesIO()
    picture.save(written, "WEBP", quality=_QUALITY, method=4)
    return Screenshot(written.getvalue(), *picture.size)


def _moved(box: tuple[int, int, int, int], corner: tuple[int, int]) -> tuple[int, int, int, int]:
    return (box[0] - corner[0], box[1] - corner[1], box[2] - corner[0], box[3] - corner[1])
