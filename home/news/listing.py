"""What a list of news shows: the news of a theme and a year that a visitor chose, page by page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from home.models.news_theme import NewsTheme
from home.news.pictures import Card, cards

if TYPE_CHECKING:
    from home.models.news import NewsPage

NEWS_PER_PAGE = 12


@dataclass(frozen=True)
class Choice:
    """What a visitor asked for; everything at first."""

    theme: NewsTheme | None = None
    year: int | None = None

    def __bool__(self) -> bool:
        return bool(self.theme or self.year)

    @property
    def heading(self) -> str:
        """What the list is of, in words."""
        if not self:
            return "Toutes les actualités"
        year = f" de {self.year}" if self.year else ""
        theme = f" sur le thème «\u00a0{self.theme}\u00a0»" if self.theme else ""
        return f"Actualités{year}{theme}"


@dataclass(frozen=True)
class Shown:
    """One page of the list, and the filters that lead to others."""

    choice: Choice
    themes: list[NewsTheme]
    years: list[int]
    page_of_results: Page
    cards: list[Card]

    @property
    def count(self) -> int:
        return self.page_of_results.paginator.count

    @property
    def page_numbers(self) -> Iterable:
        return self.page_of_results.paginator.get_elided_page_range(self.page_of_results.number, on_each_side=1)

    @property
    def ellipsis(self) -> str:
        return self.page_of_results.paginator.ELLIPSIS


def show(news: QuerySet["NewsPage"], asked: Mapping[str, str]) -> Shown:
    """The news of `theme` and `annee`; what is not in the filters is passed over."""
    themes = list(NewsTheme.objects.filter(news__in=news.order_by()).distinct())
    years = [day.year for day in news.order_by().dates("published_on", "year", order="DESC")]
    choice = Choice(
        next((theme for theme in themes if theme.slug == asked.get("theme")), None),
        next((year for year in years if str(year) == asked.get("annee")), None),
    )
    if choice.theme:
        news = news.filter(theme=choice.theme)
    if choice.year:
        news = news.filter(published_on__year=choice.year)
    page = Paginator(news, NEWS_PER_PAGE).get_page(asked.get("page"))
    return Shown(choice, themes, years, page, cards(list(page)))
