"""Timed media (sound, moving pictures) and what may be explored: which they are and what is beside them."""

import re
from urllib.parse import urlsplit

from accessibility.page.images import names_a_control
from accessibility.page.model import HTML, SVG, Node, Page
from accessibility.page.names import accessible_name
from accessibility.page.neighbours import controls_beside
from accessibility.page.once import once_a_page
from accessibility.page.scope import in_generated_code
from accessibility.page.sight import has_scripts

SOUND, PICTURE = "sound", "picture"

SURELY_LONG = 3.5
"""Seconds: beyond the three that the RGAA leaves to a sound, with a margin for files that announce too much."""
SHORT = 3.0

_SOUND_FILE = re.compile(r"\.(?:mp3|m4a|ogg|oga|opus|wav|wma|weba|flac|aac|midi?|aiff?|ram?|m3u|pls)\Z", re.IGNORECASE)
_PICTURE_FILE = re.compile(r"\.(?:mp4|m4v|ogv|webm|wmv|avi|mov|mkv|mpe?g|3gpp?|flv|m3u8|mpd|asf|asx)\Z", re.IGNORECASE)
_PLAYERS = re.compile(
    r"(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|dai\.ly|soundcloud\.com|deezer\.com"
    r"|spotify\.com|ausha\.co|acast\.com|twitch\.tv|arte\.tv|ina\.fr|canal-u\.tv|tv5monde\.com|wistia\.(?:com|net)"
    r"|brightcove\.net|kaltura\.com|jwplayer\.com|podcasts\.apple\.com|streamable\.com)\Z|peertube",
    re.IGNORECASE,
)
_SOUND_PLAYERS = re.compile(r"soundcloud|deezer|spotify|ausha|acast|podcasts\.apple", re.IGNORECASE)
_SUBSTITUTE = re.compile(
    r"transcri|audio-?descri|version (?:texte|[ée]crite|sous-?titr)|sous-?titr|verbatim|texte (?:int[ée]gral|de la)"
    r"|script|caption|described",
    re.IGNORECASE,
)
_EXPLORED_INSIDE = frozenset("a script foreignobject animate set video audio".split())


@once_a_page
def timed_media(page: Page) -> list[Node]:
    """The players of the page: native ones, objects, frames of known platforms. A hidden player is none."""
    found = [*page.select("video", "audio", "bgsound")]
    found += [node for node in page.select("object", "embed") if sort_of_media(node)]
    found += [node for node in page.select("iframe") if sort_of_media(node)]
    return sorted(
        (node for node in in_generated_code(found) if not _is_put_aside(node)),
        key=lambda node: node.index,
    )


@once_a_page
def played_at_once(page: Page) -> list[Node]:
    """The native players that start by themselves, and may be heard."""
    return [
        node
        for node in timed_media(page)
        if node.tag in ("audio", "video")
        and node.namespace == HTML
        and node.has("autoplay")
        and not node.has("muted")
        and (node.has("src") or any(child.tag == "source" for child in node.elements))
    ]


def seconds_of(node: Node) -> float | None:
    """How long a sound lasts when it plays once, as the browser read it in the file; None when it did not."""
    lasts = (node.styles or {}).get("::lasts")
    return float(lasts) if lasts and not node.has("loop") else None


def nothing_stops(node: Node, page: Page) -> bool:
    """Whether a native player that starts by itself has no control, of the browser's or of a script."""
    return not node.has("controls") and node.closest("details") is None and not has_scripts(page)


@once_a_page
def links_to_media(page: Page) -> list[Node]:
    """The links to a file of sound or video that no player of the page plays."""
    played = {value for node in page.select("video", "audio", "source") if (value := node.get("src"))}
    return [
        node
        for node in in_generated_code(page.select("a"))
        if node.has("href") and _sort_of_file(node.get("href") or "") and node.get("href") not in played
        if not node.is_hidden_from_assistive_technology
    ]


def sort_of_media(node: Node) -> str:
    """`sound`, `picture` (with sound or not), empty for what is no timed medium."""
    if node.tag in ("audio", "bgsound"):
        return SOUND
    if node.tag == "video":
        return PICTURE
    if node.tag == "iframe":
        host = _host(node.get("src") or "")
        return "" if not _PLAYERS.search(host) else SOUND if _SOUND_PLAYERS.search(host) else PICTURE
    kind = (node.get("type") or "").lower()
    if kind.startswith("audio/"):
        return SOUND
    if kind.startswith("video/"):
        return PICTURE
    return _sort_of_file(node.get("data") or node.get("src") or node.get("href") or "")


@once_a_page
def untimed_media(page: Page) -> list[Node]:
    """What a plug-in, a `canvas` or a drawing with components inside offers to explore, when it is shown."""
    plugins = [
        node
        for node in page.select("object", "embed", "applet")
        if not sort_of_media(node)
        and not (node.get("type") or "").lower().startswith(("image/", "text/", "application/pdf"))
    ]
    drawn = [
        node for node in page.select("canvas") if node.explicit_role not in ("img", "image", "presentation", "none")
    ]
    drawings = [
        node
        for node in page.select("svg")
        if node.namespace == SVG and node.explicit_role not in ("img", "image") and _is_explored(node)
    ]
    found = [n for n in (*plugins, *drawn, *drawings) if n.namespace in (HTML, SVG)]
    return sorted(
        (n for n in in_generated_code(found) if not _is_put_aside(n) and not names_a_control(n)), key=lambda n: n.index
    )


def tracks(node: Node) -> list[Node]:
    """The `track` elements of a player."""
    return [child for child in node.elements if child.tag == "track"]


def kind_of_track(track: Node) -> str:
    """The kind as browsers read it: subtitles without the attribute, metadata when it is unknown."""
    if not track.has("kind"):
        return "subtitles"
    kind = (track.get("kind") or "").strip().lower()
    return kind if kind in ("subtitles", "captions", "descriptions", "chapters") else "metadata"


def substitutes_beside(node: Node, page: Page) -> list[str]:
    """The names of the links and buttons beside a medium that seem to give a transcription or another version."""
    names = (accessible_name(control, page).text for control in controls_beside(node))
    return [name for name in names if _SUBSTITUTE.search(name)]


def _is_explored(svg: Node) -> bool:
    return any(
        inner.tag in _EXPLORED_INSIDE or any(name.startswith("on") or name == "tabindex" for name in inner.attributes)
        for inner in (svg, *svg.descendants())
        if inner.is_element
    )


def _is_put_aside(node: Node) -> bool:
    """Hidden from everyone or from assistive technologies. An `audio` without controls is not shown but is heard."""
    if any(n.get("aria-hidden") == "true" for n in (node, *node.ancestors())):
        return True
    if node.tag in ("audio", "bgsound"):
        return node.parent is not None and node.parent.is_element and node.parent.is_hidden
    return node.is_hidden


def _sort_of_file(address: str) -> str:
    path = _path(address)
    return SOUND if _SOUND_FILE.search(path) else PICTURE if _PICTURE_FILE.search(path) else ""


def _path(address: str) -> str:
    try:
        return urlsplit(address.strip()).path
    except ValueError:
        return ""


def _host(address: str) -> str:
    try:
        return urlsplit(address.strip(), scheme="https").hostname or ""
    except ValueError:
        return ""
