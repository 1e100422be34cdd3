"""The requests of an agent's departments in the administration: what is due first, filters, search, export."""

import django_filters
from django.db.models import Q, QuerySet
from django.urls import path
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from audits.people import name_of
from services.eservices.desk.permissions import departments_of
from services.eservices.desk.queries import requests_for
from services.eservices.desk.request_views import ActView, RequestView
from services.eservices.desk.wording import STATES, is_late, state_in_words
from services.eservices.models import Department, EService, Request
from services.eservices.states import OPEN, OWED, State


def _departments(request) -> QuerySet[Department]:
    return departments_of(request.user) if request else Department.objects.none()


def _eservices(request) -> QuerySet[EService]:
    return EService.objects.filter(department__in=_departments(request))


class RequestFilters(WagtailFilterSet):
    """By state, by démarche and department, those that are late, one's own."""

    open = django_filters.BooleanFilter(
        label="À finir", method="filter_open", widget=django_filters.widgets.BooleanWidget()
    )
    late = django_filters.BooleanFilter(
        label="En retard", method="filter_late", widget=django_filters.widgets.BooleanWidget()
    )
    mine = django_filters.BooleanFilter(
        label="À mon nom", method="filter_mine", widget=django_filters.widgets.BooleanWidget()
    )
    state = django_filters.ChoiceFilter(label="État", choices=list(STATES.items()))
    eservice = django_filters.ModelChoiceFilter(label="Démarche", queryset=_eservices)
    department = django_filters.ModelChoiceFilter(
        label="Service", field_name="eservice__department", queryset=_departments
    )

    class Meta:
        model = Request
        fields = ["open", "late", "mine", "state", "eservice", "department"]

    def filter_open(self, queryset: QuerySet, name: str, value: bool) -> QuerySet:
        return queryset.filter(state__in=OPEN) if value else queryset.exclude(state__in=OPEN)

    def filter_late(self, queryset: QuerySet, name: str, value: bool) -> QuerySet:
        late = Q(state__in=OWED, answer_on__lt=timezone.localdate())
        return queryset.filter(late if value else ~late)

    def filter_mine(self, queryset: QuerySet, name: str, value: bool) -> QuerySet:
        mine = Q(assigned_to=self.request.user)
        return queryset.filter(mine if value else ~mine)


class QueueView(IndexView):
    """The requests, what is due first."""

    default_ordering = "answer_on"
    add_url = None

    def get_base_queryset(self) -> QuerySet[Request]:
        return requests_for(self.request.user)

    def get_page_subtitle(self) -> str:
        count = self.get_base_queryset().filter(state=State.SENT).count()
        return f"{count} à prendre en charge" if count else "aucune à prendre en charge"

    @cached_property
    def no_results_message(self) -> str:
        if self.is_filtering or self.is_searching:
            return "Aucune demande ne correspond."
        return "Aucune demande n’est encore arrivée."


class RequestViewSet(ModelViewSet):
    """The desk: a list, the screen of a request, a screen for each action."""

    model = Request
    name = "eservice_requests"
    url_prefix = "demandes"
    icon = "form"
    menu_label = "Demandes"
    menu_order = 240
    add_to_admin_menu = True
    copy_view_enabled = False
    exclude_form_fields: tuple = ()
    index_view_class = QueueView
    index_template_name = "audits/admin/listing.html"
    filterset_class = RequestFilters
    search_fields = ["number", "email", "eservice__title"]
    search_backend_name = None
    list_per_page = 30
    list_export = ["number", "eservice", "state", "received_at", "answer_on", "closed_at", "assigned_to"]
    list_display = [
        TitleColumn(
            "number", label="Numéro", accessor="number", url_name="eservice_requests:request", sort_key="number"
        ),
        Column("eservice", label="Démarche", sort_key="eservice__title"),
        StatusTagColumn("state", label="État", accessor=state_in_words, primary=is_late),
        DateColumn("received_at", label="Reçue", sort_key="received_at"),
        Column(
            "answer_on",
            label="À répondre avant le",
            accessor=lambda request: f"{request.answer_on:%d/%m/%Y}" if request.is_open else "",
            sort_key="answer_on",
        ),
        Column("assigned_to", label="Agent", accessor=lambda request: name_of(request.assigned_to)),
    ]

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", RequestView.as_view(), name="request"),
            path("<int:pk>/<slug:act>/", ActView.as_view(), name="act"),
        ]

    def register_admin_url_finder(self) -> None:
        """A request has no edit view."""
