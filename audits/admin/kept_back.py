"""The report of what was to go online and did not: publications refused, not yet mended, or that wait for a verdict.

It is the work list of an import, whose pages land as drafts.
"""

from functools import cached_property

import django_filters
from django.contrib.auth import get_user_model
from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.urls import path, reverse
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from audits.admin.page_views import address_of
from audits.models import PendingPublication, Refusal
from audits.people import name_of

NAME = "kept_back"
TITLE = "Publications refusées ou en attente"
_WHO = ["change", "publish"]
_WAITING, _REFUSED, _INVALID = "waiting", "refused", "invalid"
_STATES = {
    _WAITING: "en attente de vérification",
    _REFUSED: "refusée\u00a0: défauts d’accessibilité",
    _INVALID: "refusée\u00a0: page qui n’est pas valable",
}
_DOORS = {
    "fixture": "import",
    "new": "création par un programme",
    "save": "enregistrement par un programme",
    "edit": "éditeur",
    "publish": "publication",
    "workflow": "circuit de validation",
    "bulk": "action groupée",
    "follow": "alias d’une page publiée",
}


def may_read(user) -> bool:
    """Whether somebody may mend pages, or follows the accessibility of the site."""
    return user.has_perm("audits.view_livefault") or PagePermissionPolicy().user_has_any_permission(user, _WHO)


def kept_back_pages() -> QuerySet[Page]:
    """The pages whose last publication was refused or waits, with its `state`, `moment`, `door`, `asker`, `reason`."""
    of_page = {"page": OuterRef("pk")}
    refusals = Refusal.objects.filter(**of_page).order_by("-pk")
    asked = PendingPublication.objects.filter(**of_page).order_by("-pk")
    waiting = asked.filter(state=PendingPublication.State.WAITING)
    invalid = asked.filter(state=PendingPublication.State.REFUSED)
    annotated = Page.objects.annotate(
        waits=Exists(waiting),
        refusal=Subquery(refusals.values("pk")[:1]),
        refused_at=Subquery(refusals.values("created_at")[:1]),
        invalid_at=Subquery(invalid.values("closed_at")[:1]),
        invalid_since=Subquery(invalid.values("created_at")[:1]),
        asked_at=Subquery(waiting.values("created_at")[:1]),
    )
    # A request that waited and was then refused for its defects is closed just after its refusal was written.
    is_of_defects = Q(refused_at__gte=F("invalid_since")) | Q(refused_at__isnull=False, invalid_since=None)
    state = Case(
        When(waits=True, then=Value(_WAITING)),
        When(is_of_defects, then=Value(_REFUSED)),
        When(invalid_at__isnull=False, then=Value(_INVALID)),
    )
    annotated = annotated.annotate(state=state)
    by_state = {_WAITING: waiting, _REFUSED: refusals, _INVALID: invalid}

    def of_state(field: str, **others: str) -> Case:
        rows = {name: Subquery(found.values(others.get(name, field))[:1]) for name, found in by_state.items()}
        return Case(*(When(state=name, then=value) for name, value in rows.items()))

    annotated = annotated.annotate(
        moment=Case(
            When(state=_WAITING, then=F("asked_at")),
            When(state=_REFUSED, then=F("refused_at")),
            When(state=_INVALID, then=F("invalid_at")),
        ),
        door=of_state("door"),
        asker=of_state("user"),
        reason=Subquery(asked.values("reason")[:1]),
    )
    online_since = Q(last_published_at=None) | Q(last_published_at__lt=F("moment"))
    return annotated.filter(Q(state=_WAITING) | Q(state__isnull=False) & online_since)


class KeptBackFilters(WagtailFilterSet):
    """By what became of the request, by how it was made, by who made it."""

    state = django_filters.ChoiceFilter(label="État", choices=list(_STATES.items()))
    door = django_filters.ChoiceFilter(label="Voie", choices=list(_DOORS.items()))
    asker = django_filters.ModelChoiceFilter(
        label="Demandée par", queryset=lambda request: _askers(), method="asked_by"
    )

    class Meta:
        model = Page
        fields = ["state", "door", "asker"]

    def asked_by(self, queryset, _name, user):
        return queryset.filter(asker=user.pk)


class _PageColumn(Column):
    """The page, which leads to what was refused of it."""

    cell_template_name = "audits/admin/kept_back_page.html"


class _ReasonsColumn(Column):
    """What is to be mended, in brief."""

    cell_template_name = "audits/admin/kept_back_reasons.html"


class KeptBackView(ReportView):
    """What somebody wanted online and is not: each line leads to where it is mended."""

    model = Page
    page_title = TITLE
    header_icon = "tasks"
    template_name = "audits/admin/kept_back.html"
    index_url_name = NAME
    index_results_url_name = f"{NAME}_results"
    filterset_class = KeptBackFilters
    any_permission_required = _WHO
    is_searchable = False
    verbose_name_plural = "publications à débloquer"
    default_ordering = ("-moment", "pk")
    columns = [
        _PageColumn("page", label="Page"),
        _ReasonsColumn("reasons", label="Ce qui manque"),
        Column("state", label="État", accessor=lambda page: page.state_label.capitalize()),
        Column("door", label="Voie", accessor=lambda page: page.door_label.capitalize()),
        Column("asker", label="Demandée par", accessor=lambda page: page.asker_name),
        DateColumn("moment", label="Depuis", sort_key="moment"),
    ]
    list_export = [
        "title",
        "edit_address",
        "state_label",
        "reasons_text",
        "tests",
        "door_label",
        "asker_name",
        "moment",
    ]
    export_headings = {
        "title": "Page",
        "edit_address": "Adresse de l’éditeur",
        "state_label": "État",
        "reasons_text": "Ce qui manque",
        "tests": "Tests RGAA",
        "door_label": "Voie",
        "asker_name": "Demandée par",
        "moment": "Depuis",
    }
    list_export = list(export_headings)
    export_filename = "publications-refusees-ou-en-attente"

    def user_has_any_permission(self, permissions) -> bool:
        return may_read(self.request.user)

    def get_base_queryset(self) -> QuerySet[Page]:
        pages = kept_back_pages().select_related("content_type", "latest_revision")
        if self.request.user.has_perm("audits.view_livefault"):
            return pages
        return pages.filter(pk__in=self._editable.values("pk"))

    @cached_property
    def _editable(self) -> QuerySet[Page]:
        return PagePermissionPolicy().instances_user_has_any_permission_for(self.request.user, _WHO)

    def decorate_paginated_queryset(self, object_list):
        pages = list(object_list)
        editable = set(self._editable.filter(pk__in=[page.pk for page in pages]).values_list("pk", flat=True))
        people = get_user_model().objects.in_bulk({page.asker for page in pages} - {None})
        refusals = Refusal.objects.select_related("verdict").in_bulk(
            {page.refusal for page in pages if page.state == _REFUSED}
        )
        for page in pages:
            _show(page, refusals.get(page.refusal), people.get(page.asker))
            page.may_edit = page.pk in editable
            page.edit_address = self.request.build_absolute_uri(page.edit_path)
        return pages

    def get_table(self, object_list):
        return super().get_table(self.decorate_paginated_queryset(object_list))

    @cached_property
    def no_results_message(self) -> str:
        if self.is_filtering:
            return "Rien parmi ce que montrent ces filtres."
        return "Rien n’attend\u00a0: aucune publication n’a été refusée ni n’est en attente."


def _show(page: Page, refusal: Refusal | None, asker) -> None:
    """Write on a page what its line says."""
    page.findings = refusal.verdict.content_findings if refusal and page.state == _REFUSED else []
    page.state_label = _STATES[page.state]
    page.door_label = _DOORS.get(page.door, page.door)
    page.asker_name = name_of(asker)
    page.edit_path = address_of(refusal) if page.findings else reverse("wagtailadmin_pages:edit", args=[page.pk])
    page.reasons_text = " ; ".join(finding["message"] for finding in page.findings) or page.reason or ""
    page.tests = ", ".join(sorted({test for finding in page.findings for test in finding["rgaa"]}))


def _askers():
    asked = (model.objects.values("user") for model in (Refusal, PendingPublication))
    wanted = Q()
    for users in asked:
        wanted |= Q(pk__in=users)
    return get_user_model().objects.filter(wanted)


class _ReportMenuItem(MenuItem):
    """The entry of the report, for those who may read it."""

    def is_shown(self, request) -> bool:
        return may_read(request.user)


def kept_back_addresses() -> list:
    """Where the report is, with its results alone at a second address, for the filters."""
    return [
        path("reports/kept-back/", KeptBackView.as_view(), name=NAME),
        path("reports/kept-back/results/", KeptBackView.as_view(results_only=True), name=f"{NAME}_results"),
    ]


def kept_back_menu_item() -> MenuItem:
    return _ReportMenuItem(TITLE, reverse(NAME), name=NAME, icon_name="tasks", order=95)
