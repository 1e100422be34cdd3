"""Reports that help to keep a site true: pages to read again, and links inside the site that lead nowhere."""

import django_filters
from django.db.models import QuerySet
from django.urls import path, reverse
from django.utils.functional import cached_property
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from home.french_days import day_in_words
from home.links.broken import broken_links
from home.reviews.queries import Reason, pages_to_review

_WHO = ["change", "publish"]


class _EditLinkColumn(Column):
    """The title of a page, which leads to its editor."""

    cell_template_name = "home/admin/page_to_edit_cell.html"


class _BrokenLinksColumn(Column):
    """The broken links of a page, each leading to its block in the editor."""

    cell_template_name = "home/admin/broken_links_cell.html"


class _PagesReport(ReportView):
    """A report on the pages that somebody may edit or publish."""

    model = Page
    template_name = "audits/admin/listing.html"
    any_permission_required = _WHO
    verbose_name_plural = "pages"

    def own_pages(self) -> QuerySet[Page]:
        policy = policy_registry.get_by_type(Page)
        return policy.instances_user_has_any_permission_for(self.request.user, _WHO)


class PagesToReviewFilters(WagtailFilterSet):
    """The pages to read again for one reason."""

    reason = django_filters.ChoiceFilter(label="Motif", choices=Reason.choices)

    class Meta:
        model = Page
        fields = ["reason"]


class PagesToReviewView(_PagesReport):
    """Pages whose date of review has come, forgotten drafts and changes, pages that nobody touched for long."""

    page_title = "Pages à relire"
    header_icon = "calendar-check"
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
        return pages_to_review(self.own_pages())

    @cached_property
    def no_results_message(self) -> str:
        return "Aucune page à relire pour ce motif." if self.is_filtering else "Aucune page à relire : tout est à jour."


class BrokenLinksView(_PagesReport):
    """Pages online that link to a page or a document that visitors cannot open."""

    page_title = "Liens internes cassés"
    header_icon = "link"
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
        return broken_links(self.own_pages())

    def get_base_queryset(self):
        return self.own_pages().filter(pk__in=self.found)

    def decorate_paginated_queryset(self, object_list):
        return [self._with_links(page) for page in object_list]

    def get_table(self, object_list):
        return super().get_table(self.decorate_paginated_queryset(object_list))

    def _with_links(self, page: Page) -> Page:
        page.broken_links = self.found[page.pk]
        return page


def _reason(page: Page) -> str:
    return Reason(page.reason).label.capitalize()


def _review_day(page: Page) -> str:
    return day_in_words(page.review_on, weekday=False, year=True) if page.review_on else ""


REPORTS = {"pages-to-review": PagesToReviewView, "broken-links": BrokenLinksView}


def report_addresses() -> list:
    """Where the reports are, each with its results alone at a second address, for the filters."""
    return [
        route
        for prefix, view in REPORTS.items()
        for route in (
            path(f"reports/{prefix}/", view.as_view(), name=view.index_url_name),
            path(f"reports/{prefix}/results/", view.as_view(results_only=True), name=view.index_results_url_name),
        )
    ]


class _ReportMenuItem(MenuItem):
    """The entry of a report, for those who may edit or publish pages."""

    def is_shown(self, request):
        return policy_registry.get_by_type(Page).user_has_any_permission(request.user, _WHO)


def report_menu_item(view: type[_PagesReport], order: int) -> MenuItem:
    return _ReportMenuItem(
        view.page_title,
        reverse(view.index_url_name),
        name=view.export_filename,
        icon_name=view.header_icon,
        order=order,
    )
