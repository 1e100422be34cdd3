"""The pictures of news in lists, read together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from home.models.media import PortalImage

if TYPE_CHECKING:
    from home.models.news import NewsPage

LISTED = "fill-640x360"


@dataclass(frozen=True)
class Card:
    """A piece of news as lists show it."""

    page: "NewsPage"
    picture: PortalImage | None


def cards(news: Iterable["NewsPage"]) -> list[Card]:
    """The cards of these news, in as many queries whatever their number."""
    numbers = {page.pk: _picture_number(page) for page in news}
    wanted = PortalImage.objects.filter(pk__in=filter(None, numbers.values()))
    pictures = {picture.pk: picture for picture in wanted.prefetch_renditions(LISTED)}
    return [Card(page, pictures.get(numbers[page.pk])) for page in news]


def _picture_number(page: "NewsPage") -> int | None:
    """Which picture opens the news, without reading it."""
    for block in page.lead.raw_data:
        return block["value"]["image"].get("image") if block["value"].get("image") else None
    return None
