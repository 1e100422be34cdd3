"""An image of the library as browsers get it: several widths, in the lightest format that each of them knows.

Nothing is cropped: the whole image is shown, whatever its focal point.
"""

from dataclasses import dataclass

from PIL import Image
from wagtail.images.models import AbstractImage, AbstractRendition, SourceImageIOError
from wagtail.images.shortcuts import get_renditions_or_not_found

MODERN_FORMATS = ("avif", "webp")
"""Lightest first: browsers take the first that they know."""


@dataclass(frozen=True)
class Source:
    """The renditions of one format, for an element `source`."""

    mime_type: str
    srcset: str


@dataclass(frozen=True)
class Picture:
    """An image with its renditions. `fallback` is for browsers that know no modern format, and when all else fails."""

    alternative: str
    fallback: AbstractRendition | AbstractImage
    srcset: str = ""
    sources: tuple[Source, ...] = ()

    @property
    def address(self) -> str:
        return self.fallback.file.url


def picture(image: AbstractImage, widths: list[int]) -> Picture:
    """The picture of an image in these widths, never wider than the image itself."""
    alternative = "" if getattr(image, "decorative", False) else _alternative(image)
    if is_animated(image):
        return Picture(alternative, image)
    fitting = _fitting(widths, image.width)
    fallbacks = [f"width-{width}" for width in fitting]
    by_format = {name: [f"{spec}|format-{name}" for spec in fallbacks] for name in MODERN_FORMATS}
    every = [*fallbacks, *(spec for specs in by_format.values() for spec in specs)]
    renditions = get_renditions_or_not_found(image, every)
    sources = tuple(
        Source(f"image/{name}", _srcset([renditions[spec] for spec in specs])) for name, specs in by_format.items()
    )
    shown = [renditions[spec] for spec in fallbacks]
    return Picture(alternative, shown[-1], _srcset(shown), sources)


def is_animated(image: AbstractImage) -> bool:
    """Whether an image moves: a resized copy would stand still, so its own file is shown."""
    if not image.file.name.lower().endswith(".gif"):
        return False
    try:
        with image.open_file() as file, Image.open(file) as opened:
            return opened.is_animated
    except SourceImageIOError:
        return False


def _alternative(image: AbstractImage) -> str:
    return getattr(image, "contextual_alt_text", None) or image.default_alt_text


def _fitting(widths: list[int], widest: int) -> list[int]:
    """The widths that the image has, and its own in the place of those that it has not."""
    narrower = [width for width in widths if width < widest]
    return narrower if len(narrower) == len(widths) else [*narrower, widest]


def _srcset(renditions: list[AbstractRendition]) -> str:
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in renditions)
