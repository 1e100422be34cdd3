"""Texts that stand for an image and say nothing of it: words that fit any image, names of files."""

import re
from urllib.parse import unquote

from accessibility.page.images import address, base_name
from accessibility.page.model import Node
from accessibility.page.text import IMAGE_EXTENSIONS, is_file_name

_PLACEHOLDER = re.compile(
    r"(?:image|img|picture|pic|photo|photographie|graphic|visuel|illustration)s?[ _-]?(?:n[°o] ?)?\d{0,4}"
    r"|alt|alt ?text|alternative text|texte alternatif|placeholder|undefined|null|untitled|sans titre"
    r"|(?:insert|ins[ée]rer) .{0,12}(?:alt|image) .{0,12}|spacer",
    re.IGNORECASE,
)
_FROM_A_CAMERA = re.compile(r"(?:img|dsc|dscn|dscf|dcim|pxl|imgp|screenshot)[ _-]?\d{3,}(?:[ _-]\d+)*", re.IGNORECASE)


def is_placeholder(text: str) -> bool:
    """A bare word for an image, or a word of the tool that should have written a text."""
    return _PLACEHOLDER.fullmatch(text) is not None


def is_name_of_image_file(text: str) -> bool:
    """The whole text, at the end of a path or not, is the name of an image file."""
    return is_file_name(base_name(text), IMAGE_EXTENSIONS) and " " not in text


def is_from_a_camera(text: str) -> bool:
    """A name that a camera gives to its files, without extension."""
    return _FROM_A_CAMERA.fullmatch(text) is not None


def is_own_file(text: str, image: Node) -> bool:
    """The text is the name of the image's own file, without extension."""
    file = unquote(base_name(address(image)))
    stem = (file.rpartition(".")[0] or file).casefold()
    return bool(stem) and text.casefold() == stem


def says_nothing_but_its_file(text: str, image: Node) -> bool:
    """The text is certainly the name of a file: no words that somebody wrote."""
    own = "_" in text and is_own_file(text, image)
    return is_name_of_image_file(text) or is_from_a_camera(text) or own
