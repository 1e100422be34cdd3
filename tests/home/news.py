"""Themes, news and pictures for the tests of news."""

from datetime import date
from io import BytesIO

from django.core.files.images import ImageFile
from PIL import Image

from home.models import NewsIndexPage, NewsPage, PortalImage


def picture(name: str = "place") -> PortalImage:
    """A small picture, stored."""
    file = BytesIO()
    Image.new("RGB", (1300, 700), "#1f4d45").save(file, "JPEG")
    return PortalImage.objects.create(title=name, file=ImageFile(BytesIO(file.getvalue()), name=f"{name}.jpg"))


def lead(image: PortalImage, *, alternative: str = "", caption: str = "") -> list[dict]:
    """The stream of a news page that this picture opens."""
    value = {"image": image.pk, "decorative": not alternative, "alt_text": alternative}
    return [{"type": "figure", "value": {"image": value, "caption": caption}}]


class Newsroom:
    """A list of news under the home page, and the news that a test puts in it."""

    def __init__(self, add_page) -> None:
        self._add_page = add_page
        self.index = add_page("Actualités", kind=NewsIndexPage, slug="actualites")

    def publish(self, title: str, day: str = "2026-03-01", **fields) -> NewsPage:
        return self._add_page(title, parent=self.index, kind=NewsPage, published_on=date.fromisoformat(day), **fields)
