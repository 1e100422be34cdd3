"""Reports that help to keep a site true: pages to read again, and links inside the site that lead nowhere."""

import django_filters
from django.utils.functional import cached_property
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from audits.admin.reports import PagesReport
from home.french_days import day_in_words
from home.links.broken import broken_links
from home.reviews.queries import Reason, pages_to_review


class _EditLinkColumn(Column):
    """The title of a page, which leads to its editor."""

    cell_template_name = "home/admin/page_to_edit_cell.html"


class _BrokenLinksColumn(Column):
    """The broken links of a page, each leading to its block in the editor."""

    cell_template_name = "home/admin/broken_links_cell.html"


class PagesToReviewFilters(WagtailFilterSet):
    """The pages to read again for one reason."""

    reason = django_filters.ChoiceFilter(label="Motif", choices=Reason.choices)

    class Meta:
        model = Page
        fields = ["reason"]


class PagesToReviewView(PagesReport):
    """Pages whose date of review has come, forgotten drafts and changes, pages that nobody touched for long."""

    model = Page
    page_title = "Pages à relire"
    verbose_name_plural = "pages"
    header_icon = "calendar-check"
    address = "pages-to-review"
    order = 100
    index_url_name = "pages_to_review"
    index_results_url_name = "pages_to_review_results"
    filterset_class = PagesToReviewFilters
    columns = [
        _EditLinkColumn("title", label="Page"),
        Column("reason", label="Motif", accessor=lambda page: _reason(page)),
        Column("review_on", label="À relire le", accessor=lambda page: _review_day(page)),
        DateColumn("latest_revision_created_at", label="Modifiée"),
        DateColumn("last_published_at", label="Publiée"),
    ]
    list_export = ["title", "reason", "review_on", "latest_revision_created_at", "last_published_at", "full_url"]
    export_headings = {
        "title": "Page",
        "reason": "Motif",
        "review_on": "À relire le",
        "latest_revision_created_at": "Modifiée",
        "last_published_at": "Publiée",
        "full_url": "Adresse",
    }
    export_filename = "pages-a-relire"
    custom_field_preprocess = {"reason": dict.fromkeys(ReportView.FORMATS, lambda reason: Reason(reason).label)}

    def get_base_queryset(self):
        return pages_to_review(self.own_pages)

    @cached_property
    def no_results_message(self) -> str:
        return "Aucune page à relire pour ce motif." if self.is_filtering else "Aucune page à relire : tout est à jour."


class BrokenLinksView(PagesReport):
    """Pages online that link to a page or a document that visitors cannot open."""

    model = Page
    page_title = "Liens internes cassés"
    verbose_name_plural = "pages"
    header_icon = "link"
    address = "broken-links"
    order = 110
    index_url_name = "broken_links"
    index_results_url_name = "broken_links_results"
    default_ordering = ("title", "pk")
    columns = [
        _EditLinkColumn("title", label="Page"),
        _BrokenLinksColumn("broken_links", label="Liens cassés"),
        DateColumn("last_published_at", label="Publiée"),
    ]
    list_export = ["title", "full_url", "broken_links"]
    export_headings = {"title": "Page", "full_url": "Adresse", "broken_links": "Liens cassés"}
    export_filename = "liens-internes-casses"
    custom_field_preprocess = {
        "broken_links": dict.fromkeys(ReportView.FORMATS, lambda links: " ; ".join(map(str, links)))
    }
    no_results_message = "Aucun lien cassé parmi les pages en ligne."

    @cached_property
    def found(self):
        return broken_links(self.own_pages)

    def get_base_queryset(self):
        return self.own_pages.filter(pk__in=self.found)

    def made_ready(self, lines: list[Page]) -> list[Page]:
        for page in lines:
            page.broken_links = self.found[page.pk]
        return lines


def _reason(page: Page) -> str:
    return Reason(page.reason).label.capitalize()


def _review_day(page: Page) -> str:
    return day_in_words(page.review_on, weekday=False, year=True) if page.review_on else ""
