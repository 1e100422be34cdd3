"""The town's news as pages under their index, each opened by its drawing."""

from dataclasses import dataclass

from home.demo.blocks import body
from home.demo.news import NEWS, THEMES, DemoNews
from home.demo.page import IN_MENU, DemoPage
from home.demo.typography import typeset_all
from home.models import NewsIndexPage, NewsPage, NewsTheme

INDEX = "actualites"


@dataclass(frozen=True)
class DemoNewsPage(DemoPage):
    """One piece of news: what opens its text as a picture becomes the picture that opens the page."""

    news: DemoNews | None = None
    parent: str | None = INDEX

    def values(self) -> dict:
        theme = NewsTheme.objects.get_or_create(name=self.news.theme)[0]
        return {**super().values(), "published_on": self.news.date, "theme": theme, "lead": self._lead()}

    def body(self) -> list[dict]:
        return [block for block in super().body() if block["type"] != "figure"]

    def _lead(self) -> list[dict]:
        pictures = [block for block in self.news.blocks() if block["type"] == "figure"]
        return typeset_all(body(f"{self.slug}/lead", *pictures[:1]))


def _page(news: DemoNews) -> DemoNewsPage:
    return DemoNewsPage(NewsPage, news.slug, news.title, news.introduction, news.blocks, news=news)


NEWS_PAGES = (
    DemoPage(
        NewsIndexPage,
        INDEX,
        "Actualités",
        "Ce qui se passe, ce qui change et ce qui a été décidé à Merlonges.",
        fields=IN_MENU,
    ),
    *map(_page, NEWS),
)


def remove_themes() -> None:
    """Remove the town's themes that no news is left to have."""
    NewsTheme.objects.filter(name__in=THEMES, news=None).delete()
