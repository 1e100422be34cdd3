"""The report of documents: what is certain of each, what excuses it, which pages lead to it."""

import django_filters
from django.db.models import QuerySet
from django.urls import path
from django.utils.functional import cached_property
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from audits.admin.exemption_views import REPORT, DocumentAccessibilityView, may_follow
from audits.admin.reports import Report
from audits.documents.queries import (
    EXEMPT,
    TO_MEND,
    WITH_VERSION,
    documents,
    linked_numbers,
    pages_leading_to,
    with_exemptions,
)
from audits.models import DocumentCheck
from audits.people import name_of

_UNKNOWN = "unknown"
_STATES = [*DocumentCheck.State.choices, (_UNKNOWN, "pas encore lu")]
_EXCUSES = {"none": TO_MEND, "exempt": EXEMPT, "version": WITH_VERSION}


class DocumentFilters(WagtailFilterSet):
    """By what was read, by what excuses it, by whether a page online leads to it."""

    state = django_filters.ChoiceFilter(label="État", choices=_STATES, method="filter_state")
    excuse = django_filters.ChoiceFilter(
        label="Défauts certains",
        choices=[
            ("none", "à corriger\u00a0: ni exemption, ni version accessible"),
            ("exempt", "document exempté"),
            ("version", "une version accessible est indiquée"),
        ],
        method="filter_excuse",
    )
    linked = django_filters.ChoiceFilter(
        label="Pages en ligne",
        choices=[("yes", "une page en ligne y mène"), ("no", "aucune page en ligne n’y mène")],
        method="filter_linked",
    )

    class Meta:
        model = get_document_model()
        fields = ["state", "excuse", "linked"]

    def filter_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(last_check=None) if value == _UNKNOWN else queryset.filter(last_check__state=value)

    def filter_excuse(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        return queryset.filter(_EXCUSES[value])

    def filter_linked(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        numbers = linked_numbers(Page.objects.live())
        return queryset.filter(pk__in=numbers) if value == "yes" else queryset.exclude(pk__in=numbers)


class _Cell(Column):
    """A cell with a template of its own."""

    def __init__(self, name: str, template: str, **options) -> None:
        super().__init__(name, **options)
        self.cell_template_name = template


class DocumentsReport(Report):
    """Every document for the officer; for others, those that they look after."""

    model = get_document_model()
    page_title = "Documents"
    header_icon = "doc-full-inverse"
    address = "documents"
    order = 92
    index_url_name = REPORT
    index_results_url_name = f"{REPORT}_results"
    filterset_class = DocumentFilters
    any_permission_required = ["change"]
    is_searchable = True
    search_backend_name = None
    search_fields = ["title", "file"]
    paginate_by = 30
    verbose_name_plural = "documents"
    default_ordering = ("title", "pk")
    columns = [
        _Cell("title", "audits/admin/document_title_cell.html", label="Document", sort_key="title"),
        _Cell("state", "audits/admin/document_defects_cell.html", label="État"),
        _Cell("pages", "audits/admin/document_pages_cell.html", label="Pages qui y mènent"),
        _Cell("excuse", "audits/admin/document_excuse_cell.html", label="Exemption ou version accessible"),
        DateColumn("created_at", label="Déposé", sort_key="created_at"),
    ]
    list_export = [
        *("title", "filename", "state", "messages", "page_titles", "exemption_text", "version_text"),
        *("created_at", "person", "address"),
    ]
    export_headings = {
        "title": "Document",
        "filename": "Fichier",
        "state": "État",
        "messages": "Défauts",
        "page_titles": "Pages qui y mènent",
        "exemption_text": "Exemption",
        "version_text": "Version accessible",
        "created_at": "Déposé",
        "person": "Déposé par",
        "address": "Adresse",
    }
    export_filename = "documents"

    @classmethod
    def may_read(cls, user) -> bool:
        return may_follow(user)

    def get_base_queryset(self) -> QuerySet:
        user = self.request.user
        if user.has_perm("audits.view_documentexemption"):
            return documents()
        mine = policy_registry.get_by_type(self.model).instances_user_has_any_permission_for(user, ["change", "delete"])
        return documents().filter(pk__in=mine.values("pk"))

    def made_ready(self, lines: list) -> list:
        pages, policy = pages_leading_to(document.pk for document in lines), policy_registry.get_by_type(self.model)
        for document in with_exemptions(lines):
            check = document.last_check
            document.state = check.sentence if check else "Pas encore lu"
            document.messages = "\u00a0; ".join(defect["message"] for defect in check.defects) if check else ""
            document.pages = pages.get(document.pk, [])
            document.page_titles = "\u00a0; ".join(page.title for page in document.pages)
            document.exemption_text = str(document.exemption or "")
            document.version_text = str(document.accessible_document or document.accessible_page or "")
            document.person = name_of(document.uploaded_by_user)
            document.address = document.url
            document.may_change = policy.user_has_permission_for_instance(self.request.user, "change", document)
        return lines

    @cached_property
    def no_results_message(self) -> str:
        if self.is_filtering or self.is_searching:
            return "Aucun document ne correspond."
        return "Aucun document n’a été déposé."


def document_report_addresses() -> list:
    """Where the report is, and the screen of each document."""
    sheet = DocumentAccessibilityView.as_view()
    return [
        *DocumentsReport.addresses(),
        path("reports/documents/<int:document_id>/", sheet, name="document_accessibility"),
    ]
