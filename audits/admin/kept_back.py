"""The report of what was to go online and did not: publications refused, not yet mended, or that wait for a verdict.

It is the work list of an import, whose pages land as drafts.
"""

from functools import cached_property

import django_filters
from django.contrib.auth import get_user_model
from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.urls import reverse
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.models import Page

from audits.admin.page_views import address_of
from audits.admin.reports import PagesToMendReport
from audits.models import PendingPublication, Refusal
from audits.people import name_of

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


def kept_back_pages() -> QuerySet[Page]:
    """The pages whose last publication was refused or waits, with its `state`, `moment`, `door`, `asker`, `reason`."""
    refusals = Refusal.objects.filter(page=OuterRef("pk")).order_by("-pk")
    asked = PendingPublication.objects.filter(page=OuterRef("pk")).order_by("-pk")
    found = {
        _WAITING: asked.filter(state=PendingPublication.State.WAITING),
        _REFUSED: refusals,
        _INVALID: asked.filter(state=PendingPublication.State.REFUSED),
    }

    def last(state: str, field: str) -> Subquery:
        return Subquery(found[state].values(field)[:1])

    def of_state(**fields: str) -> Case:
        return Case(*(When(state=state, then=last(state, field)) for state, field in fields.items()))

    annotated = Page.objects.annotate(
        refusal=last(_REFUSED, "pk"),
        refused_at=last(_REFUSED, "created_at"),
        waits_since=last(_WAITING, "created_at"),
        invalid_since=last(_INVALID, "created_at"),
    )
    # A request that waited and was then refused for its defects is closed just after its refusal was written.
    is_of_defects = Q(refused_at__gte=F("invalid_since")) | Q(refused_at__isnull=False, invalid_since=None)
    annotated = annotated.annotate(
        state=Case(
            When(waits_since__isnull=False, then=Value(_WAITING)),
            When(is_of_defects, then=Value(_REFUSED)),
            When(invalid_since__isnull=False, then=Value(_INVALID)),
        )
    ).annotate(
        moment=of_state(waiting="created_at", refused="created_at", invalid="closed_at"),
        door=of_state(**dict.fromkeys(found, "door")),
        asker=of_state(**dict.fromkeys(found, "user")),
        reason=Subquery(asked.values("reason")[:1]),
    )
    is_not_online_since = Q(last_published_at=None) | Q(last_published_at__lt=F("moment"))
    return annotated.filter(Q(state=_WAITING) | Q(state__isnull=False) & is_not_online_since)


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


class KeptBackView(PagesToMendReport):
    """What somebody wanted online and is not: each line leads to where it is mended."""

    model = Page
    page_title = "Publications refusées ou en attente"
    header_icon = "tasks"
    order = 95
    template_name = "audits/admin/kept_back.html"
    address = "kept-back"
    index_url_name = "kept_back"
    index_results_url_name = "kept_back_results"
    filterset_class = KeptBackFilters
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

    def get_base_queryset(self) -> QuerySet[Page]:
        pages = kept_back_pages().select_related("content_type", "latest_revision")
        return pages if self.sees_all(self.request.user) else pages.filter(pk__in=self.own_pages.values("pk"))

    def made_ready(self, lines: list[Page]) -> list[Page]:
        editable = self.editable_among([page.pk for page in lines])
        people = get_user_model().objects.in_bulk({page.asker for page in lines} - {None})
        wanted = {page.refusal for page in lines if page.state == _REFUSED}
        refusals = Refusal.objects.select_related("verdict").in_bulk(wanted)
        for page in lines:
            _show(page, refusals.get(page.refusal), people.get(page.asker))
            page.may_edit = page.pk in editable
            page.edit_address = self.request.build_absolute_uri(page.edit_path)
        return lines

    @cached_property
    def no_results_message(self) -> str:
        if self.is_filtering:
            return "Rien parmi ce que montrent ces filtres."
        return "Rien n’attend\u00a0: aucune publication n’a été refusée ni n’est en attente."


def _show(page: Page, refusal: Refusal | None, asker) -> None:
    """Write on a page what its line says."""
    page.findings = refusal.verdict.content_findings if refusal else []
    page.state_label = _STATES[page.state]
    page.door_label = _DOORS.get(page.door, page.door)
    page.asker_name = name_of(asker)
    page.edit_path = address_of(refusal) if page.findings else reverse("wagtailadmin_pages:edit", args=[page.pk])
    page.reasons_text = " ; ".join(finding["message"] for finding in page.findings) or page.reason or ""
    page.tests = ", ".join(sorted({test for finding in page.findings for test in finding["rgaa"]}))


def _askers():
    wanted = Q(pk__in=Refusal.objects.values("user")) | Q(pk__in=PendingPublication.objects.values("user"))
    return get_user_model().objects.filter(wanted)
