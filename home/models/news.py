from django.db import models
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from home import sharing, structured_data
from home.blocks.lead import LeadBlock
from home.models.media import PortalImage
from home.models.news_theme import NewsTheme
from home.models.pages import EditorialPage
from home.news import listing


class NewsIndexPage(EditorialPage):
    """The news of a site, the latest first, by theme and by year."""

    parent_page_types = ["home.HomePage"]
    subpage_types = ["home.NewsPage"]
    max_count_per_parent = 1
    template = "home/news_index_page.html"

    class Meta:
        verbose_name = "liste des actualités"
        verbose_name_plural = "listes des actualités"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, "shown": listing.show(self.news(), request.GET)}

    def news(self) -> models.QuerySet["NewsPage"]:
        """What visitors may read of it, the latest first."""
        if self.pk is None:
            return NewsPage.objects.none()
        news = NewsPage.objects.child_of(self).live().public().select_related("theme")
        return news.order_by("-published_on", "-first_published_at", "-pk")


class NewsPage(EditorialPage):
    """A piece of news: its date, its theme, and the picture that opens it."""

    goes_stale = False
    open_graph_type = "article"

    published_on = models.DateField(
        "date",
        default=timezone.localdate,
        db_index=True,
        help_text="Montrée avec le titre : les actualités sont rangées de la plus récente à la plus ancienne.",
    )
    theme = models.ForeignKey(
        NewsTheme, on_delete=models.SET_NULL, null=True, blank=True, related_name="news", verbose_name="thème"
    )
    lead = StreamField(
        LeadBlock(),
        verbose_name="image principale",
        blank=True,
        help_text="En tête de l’article, et à côté de son titre dans les listes.",
    )

    content_panels = [
        *EditorialPage.content_panels[:1],
        FieldPanel("published_on"),
        FieldPanel("theme"),
        FieldPanel("lead"),
        *EditorialPage.content_panels[1:],
    ]
    search_fields = [*EditorialPage.search_fields, index.SearchField("lead"), index.SearchField("theme_name")]
    parent_page_types = ["home.NewsIndexPage"]
    subpage_types = []
    template = "home/news_page.html"

    class Meta:
        verbose_name = "actualité"
        verbose_name_plural = "actualités"

    @property
    def theme_name(self) -> str:
        return self.theme.name if self.theme else ""

    @property
    def lead_image(self) -> PortalImage | None:
        """The picture itself, where it is shared or listed without its caption."""
        return self.lead[0].value["image"] if self.lead else None

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        return {**context, "news_index": self.get_parent(), "shared_image": sharing.shared_image(self)}

    def structured_data(self) -> dict:
        """The news as a `NewsArticle` of schema.org."""
        return structured_data.news_article(self)
