from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index

from audits.mixins import GatedPage
from home import structured_data
from home.blocks import BodyBlock
from home.french_words import stems
from home.search import text_of


class EditorialPage(GatedPage):
    """What every page written by editors has: an introduction, a body of blocks, a date to read it again."""

    goes_stale = True
    """Whether a page left unchanged for long is to be read again; what is dated by nature is not."""

    introduction = models.TextField(
        "introduction",
        blank=True,
        max_length=400,
        help_text="Une ou deux phrases qui disent ce que l’on trouve dans la page.",
    )
    body = StreamField(BodyBlock(), verbose_name="contenu", blank=True)
    review_on = models.DateField(
        "à relire le",
        null=True,
        blank=True,
        help_text="À cette date, la dernière personne qui a modifié la page reçoit un rappel. Compte à partir de la "
        "publication.",
    )

    content_panels = [*GatedPage.content_panels, FieldPanel("introduction"), FieldPanel("body")]
    promote_panels = [*GatedPage.promote_panels, FieldPanel("review_on")]
    search_fields = [
        *GatedPage.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
        index.SearchField("stemmed_title", boost=5),
        index.SearchField("stemmed_text"),
    ]

    class Meta:
        abstract = True

    @property
    def stemmed_title(self) -> str:
        """The title as the search compares it."""
        return " ".join(stems(self.title))

    @property
    def stemmed_text(self) -> str:
        """Everything else that the page says, as the search compares it."""
        return " ".join(stems(text_of(self)))

    def structured_data(self) -> dict | None:
        """What the page describes, in the vocabulary of schema.org; None for a page that describes nothing of its own.

        Beside it, every page says where it stands in the site.
        """
        return None


class HomePage(EditorialPage):
    """The first page of a site."""

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["home.StandardPage", "home.NewsIndexPage", "home.ContactPage", "home.AccessibilityPage"]
    template = "home/home_page.html"

    class Meta:
        verbose_name = "page d’accueil"
        verbose_name_plural = "pages d’accueil"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        sections = StandardPage.objects.child_of(self).live().public().in_menu() if self.pk else []
        return {**context, "sections": sections}

    def structured_data(self) -> dict | None:
        """The authority as a `GovernmentOrganization` of schema.org."""
        site = self.get_site()
        return structured_data.organization(site) if site else None


class StandardPage(EditorialPage):
    """An ordinary page of the portal."""

    show_in_footer = models.BooleanField(
        "afficher au pied de toutes les pages",
        default=False,
        help_text="Pour les mentions légales ou la protection des données, par exemple.",
    )

    promote_panels = [*EditorialPage.promote_panels, FieldPanel("show_in_footer")]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage", "home.ContactPage"]
    template = "home/page.html"

    class Meta:
        verbose_name = "page"
        verbose_name_plural = "pages"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        subpages = StandardPage.objects.child_of(self).live().public() if self.pk else []
        return {**context, "subpages": subpages}


class AccessibilityPage(EditorialPage):
    """The page « Accessibilité » that the law asks for: state of conformity, contact, means of redress."""

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    template = "home/accessibility_page.html"

    class Meta:
        verbose_name = "page d’accessibilité"
        verbose_name_plural = "pages d’accessibilité"
