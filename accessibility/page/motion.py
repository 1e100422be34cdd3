"""What may move or flash by itself: animated pictures, drawings, players that start alone, animations of style."""

import re

from accessibility.page.images import base_name, is_too_small_to_see, outermost_svgs
from accessibility.page.media import PICTURE, sort_of_media, timed_media, untimed_media
from accessibility.page.model import Node, Page
from accessibility.page.scope import in_generated_code, shown

_ANIMATED_FILE = re.compile(r"\.(?:gif|apng)\Z|\Aimage/(?:gif|apng)", re.IGNORECASE)
_SMIL = frozenset("animate animatetransform animatemotion animatecolor".split())
_FIVE_SECONDS = 5


def moving_pictures(page: Page) -> list[Node]:
    """The images of a format made for animation, and the drawings that hold an animation."""
    files = [
        node
        for node in page.select("img", "input", "object", "embed")
        if _ANIMATED_FILE.search(base_name(node.get("src") or node.get("data") or ""))
    ]
    drawings = [svg for svg in outermost_svgs(page) if any(inner.tag in _SMIL for inner in svg.descendants())]
    return [node for node in shown(in_generated_code([*files, *drawings])) if not is_too_small_to_see(node)]


def players_of_pictures(page: Page) -> list[Node]:
    """The videos, and what a plug-in or a canvas draws."""
    videos = [node for node in timed_media(page) if sort_of_media(node) == PICTURE]
    return shown([*videos, *(node for node in untimed_media(page) if node.tag != "svg")])


def animated_by_style(page: Page) -> list[Node]:
    """The elements that an animation of style moves for more than five seconds, or endlessly, as they are shown now."""
    return shown(node for node in page.nodes if "animation-name" in node.styles and _lasts(node))


def starts_by_itself(node: Node) -> bool:
    """A player told to start alone; a picture or a plug-in always may."""
    return node.tag not in ("video", "iframe") or node.has("autoplay") or "autoplay=1" in (node.get("src") or "")


def _lasts(node: Node) -> bool:
    counts = node.styles.get("animation-iteration-count", "1").split(",")
    durations = node.styles.get("animation-duration", "0s").split(",")
    return any(
        _seconds(durations[position % len(durations)]) > 0
        and (
            count.strip() == "infinite" or float(count) * _seconds(durations[position % len(durations)]) > _FIVE_SECONDS
        )
        for position, count in enumerate(counts)
    )


def _seconds(duration: str) -> float:
    match = re.fullmatch(r"\s*([\d.e+-]+)(m?)s\s*", duration)
    return float(match[1]) / (1000 if match[2] else 1) if match else 0
