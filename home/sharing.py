"""What a shared link shows beside its title: the picture of the page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from wagtail.images.models import SourceImageIOError

if TYPE_CHECKING:
    from home.models.news import NewsPage

_SIZE = "fill-1200x630"


@dataclass(frozen=True)
class SharedImage:
    """A picture at the size that other sites show, with its complete address."""

    address: str
    width: int
    height: int
    alternative: str


def shared_image(page: "NewsPage") -> SharedImage | None:
    """The picture that opens the page; None when it has none, or when its file is lost."""
    image = page.lead_image
    if image is None:
        return None
    try:
        rendition = image.get_rendition(_SIZE)
    except SourceImageIOError:
        return None
    address = urljoin(page.full_url or "", rendition.url)
    return SharedImage(
        address, rendition.width, rendition.height, "" if image.decorative else image.contextual_alt_text
    )
