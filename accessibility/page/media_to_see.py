"""What one watches, listens to or explores on a page: the elements, for a person to judge what they show."""

import re

from accessibility.page.model import SVG, Node, Page
from accessibility.page.scope import in_generated_code, shown

_TIMED_TYPE = re.compile(r"(audio|video)/", re.IGNORECASE)
_TIMED_FILE = re.compile(
    r"\.(mp3|mp4|m4a|m4v|m3u8|ogg|oga|ogv|opus|wav|wma|wmv|webm|avi|mov|mkv|mpe?g|3gp|flv|flac|aac|mid|ra?m|asf)(?:[?#]|$)",
    re.IGNORECASE,
)
_PLAYERS = re.compile(
    r"(youtube|youtu\.be|vimeo|dailymotion|peertube|/videos?/embed|soundcloud|deezer|spotify|arte\.tv|ina\.fr|podcast)",
    re.IGNORECASE,
)
_SMIL = ("animate", "animatetransform", "animatemotion", "set")


def timed_media(page: Page) -> list[Node]:
    """Players of sound and pictures: `video`, `audio`, and objects and frames that show one."""
    found = page.select("video", "audio", "bgsound")
    found += [node for node in page.select("object", "embed") if _is_timed(node)]
    found += [node for node in page.select("iframe") if _PLAYERS.search(node.get("src") or "")]
    return _in_order(found)


def untimed_media(page: Page) -> list[Node]:
    """What one explores at will: a drawing area, a drawing with links or movement, an object that is no image."""
    found = page.select("canvas")
    found += [node for node in page.select("object", "embed", "applet") if not _is_timed(node) and not _is_image(node)]
    found += [node for node in page.select("svg") if node.namespace == SVG and _is_lively(node)]
    return _in_order(found)


def _is_timed(node: Node) -> bool:
    address = node.get("data") or node.get("src") or ""
    return bool(_TIMED_TYPE.match(node.get("type") or "") or _TIMED_FILE.search(address) or _PLAYERS.search(address))


def _is_image(node: Node) -> bool:
    return (node.get("type") or "").lower().startswith("image/")


def _is_lively(svg: Node) -> bool:
    inside = [node for node in svg.descendants() if node.is_element]
    return any(node.tag in (*_SMIL, "a") or node.focusable or "animation-name" in node.styles for node in inside)


def _in_order(nodes: list[Node]) -> list[Node]:
    return sorted(shown(in_generated_code(set(nodes))), key=lambda node: node.index)
