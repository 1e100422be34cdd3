from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.models import Site
from wagtail.search import index

from audits.mixins import GatedPage
from home import structured_data
from home.blocks import BodyBlock
from home.blocks.related import RelatedPagesBlock
from home.french_words import stems
from home.panels import StartingPointsPanel
from home.public import public
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
    show_contents = models.BooleanField(
        "afficher la liste «\u00a0Dans cette page\u00a0»",
        default=False,
        help_text="Des liens vers les intertitres de niveaux 2 et 3, utiles à partir de quatre intertitres.",
    )
    # A child row saved by itself would pass beside the gate: these are part of the page.
    related_pages = StreamField(
        RelatedPagesBlock(),
        verbose_name="pages à lire aussi",
        blank=True,
        help_text="Montrées au bas de la page sous «\u00a0À lire aussi\u00a0», six au plus. Une page dépubliée ou "
        "privée n’est pas montrée.",
    )

    review_on = models.DateField(
        "à relire le",
        null=True,
        blank=True,
        help_text="À cette date, la dernière personne qui a modifié la page reçoit un rappel. Compte à partir de la "
        "publication.",
    )

    content_panels = [
        *GatedPage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("body"),
        FieldPanel("show_contents"),
        FieldPanel("related_pages"),
    ]
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
    subpage_types = [
        "home.StandardPage",
        "home.NewsIndexPage",
        "home.ServiceCataloguePage",
        "home.PlaceIndexPage",
        "home.ContactPage",
        "home.AccessibilityPage",
    ]
    template = "home/home_page.html"

    class Meta:
        verbose_name = "page d’accueil"
        verbose_name_plural = "pages d’accueil"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        sections = StandardPage.objects.child_of(self).in_menu().defer_streamfields() if self.pk else None
        return {**context, "sections": [] if sections is None else public(sections, Site.find_for_request(request))}

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

    easy_to_read_of = models.ForeignKey(
        "wagtailcore.Page",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="version facile à lire de la page",
        help_text="Si cette page redit une autre page en facile à lire et à comprendre (FALC), choisissez cette autre "
        "page\u00a0: chacune mènera à l’autre.",
    )

    content_panels = [
        StartingPointsPanel(heading="Partir d’une structure"),
        *EditorialPage.content_panels,
        PageChooserPanel("easy_to_read_of"),
    ]
    promote_panels = [*EditorialPage.promote_panels, FieldPanel("show_in_footer")]
    # A copy, or a translation, says the same as no other page until its editor says which.
    exclude_fields_in_copy = ["easy_to_read_of"]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage", "home.ServiceCataloguePage", "home.PlaceIndexPage", "home.ContactPage"]
    template = "home/page.html"

    class Meta:
        verbose_name = "page"
        verbose_name_plural = "pages"

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        subpages = StandardPage.objects.child_of(self).defer_streamfields() if self.pk else None
        return {**context, "subpages": [] if subpages is None else public(subpages, Site.find_for_request(request))}

    def clean(self):
        super().clean()
        if self.easy_to_read_of_id and self.alias_of_id is None and (refused := self._easy_to_read_problem()):
            raise ValidationError({"easy_to_read_of": refused})

    def _easy_to_read_problem(self) -> str | None:
        """Why this page cannot be the easy version of the one that it names."""
        others = StandardPage.objects.filter(alias_of=None).exclude(pk=self.pk)
        target = self.easy_to_read_of
        if target.pk == self.pk:
            return "Une page n’est pas sa propre version facile à lire\u00a0: choisissez-en une autre."
        if self.locale_id and target.locale_id != self.locale_id:
            return "La version facile à lire est dans la même langue que la page complète."
        if others.filter(pk=target.pk, easy_to_read_of__isnull=False).exists():
            return "La page choisie est déjà une version facile à lire\u00a0: choisissez la page complète."
        if self.pk and others.filter(easy_to_read_of=self.pk).exists():
            return "Cette page a elle-même une version facile à lire\u00a0: elle ne peut pas en être une."
        if taken := others.filter(easy_to_read_of=target.pk).first():
            return f"La page choisie a déjà une version facile à lire\u00a0: «\u00a0{taken.title}\u00a0»."
        return None


class AccessibilityPage(EditorialPage):
    """The page « Accessibilité » that the law asks for: state of conformity, contact, means of redress."""

    parent_page_types = ["home.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    template = "home/accessibility_page.html"

    class Meta:
        verbose_name = "page d’accessibilité"
        verbose_name_plural = "pages d’accessibilité"
