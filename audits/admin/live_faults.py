"""The report of what is to be mended online: a page a line for its content, a defect a line for the frame."""

from functools import cached_property

import django_filters
from django.contrib.auth import get_user_model
from django.db.models import Count, Q, QuerySet
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn

from audits.admin.reports import PagesToMendReport
from audits.drift import queries
from audits.gate.places import Place
from audits.models import LiveFault
from audits.people import name_of

_EXAMPLES = 3
Kind = LiveFault.Kind


class LiveFaultFilters(WagtailFilterSet):
    """By whom it falls to, by where it is, by who published, by how long it lasts."""

    kind = django_filters.ChoiceFilter(label="Origine du défaut", choices=Kind.choices)
    place = django_filters.ChoiceFilter(label="Emplacement du défaut technique", choices=Place.choices)
    publisher = django_filters.ModelChoiceFilter(
        label="Page publiée par",
        field_name="states__published_by",
        queryset=lambda request: _publishers(),
    )

    class Meta:
        model = LiveFault
        fields = ["kind", "place", "publisher"]


class _SubjectColumn(Column):
    """The page, which leads to its editor, or the part of the frame with some pages that show it."""

    cell_template_name = "audits/admin/live_fault_subject.html"


class _DefectsColumn(Column):
    """What is wrong, and how to mend it; each of a page's leads to its block."""

    cell_template_name = "audits/admin/live_fault_defects.html"


class LiveFaultsView(PagesToMendReport):
    """What is online and should not be: nothing is taken down, so that somebody must mend it."""

    model = LiveFault
    page_title = "Pages en ligne à corriger"
    header_icon = "glasses"
    order = 90
    template_name = "audits/admin/live_faults.html"
    address = "live-faults"
    index_url_name = "live_faults"
    index_results_url_name = "live_faults_results"
    filterset_class = LiveFaultFilters
    verbose_name_plural = "éléments à corriger"
    default_ordering = ("since", "pk")
    columns = [
        _SubjectColumn("subject", label="Page ou élément du site"),
        _DefectsColumn("defects", label="Défauts"),
        Column("kind", label="Origine", accessor=lambda fault: fault.get_kind_display().capitalize()),
        DateColumn("since", label="Depuis", sort_key="since"),
        Column("publisher", label="Publiée par", accessor=lambda fault: fault.publisher),
        Column("causes", label="Ce qui a changé", accessor=lambda fault: _sentence(fault.cause_labels)),
    ]
    list_export = ["kind_label", "subject", "address", "messages", "tests", "since", "pages", "publisher", "changed"]
    export_headings = {
        "kind_label": "Origine",
        "subject": "Page ou élément du site",
        "address": "Adresse",
        "messages": "Défauts",
        "tests": "Tests RGAA",
        "since": "Depuis",
        "pages": "Nombre de pages",
        "publisher": "Publiée par",
        "changed": "Ce qui a changé",
    }
    export_filename = "pages-en-ligne-a-corriger"

    def get_base_queryset(self) -> QuerySet[LiveFault]:
        faults = LiveFault.objects.select_related("page", "page__content_type")
        faults = faults.annotate(pages=Count("states", filter=Q(states__page__live=True), distinct=True))
        return faults.filter(Q(kind=Kind.TECHNICAL) | self._pages_to_see(), pages__gt=0)

    def _pages_to_see(self) -> Q:
        return Q(kind=Kind.CONTENT) if self.sees_all(self.request.user) else Q(page__in=self.own_pages)

    def made_ready(self, lines: list[LiveFault]) -> list[LiveFault]:
        editable = self.editable_among([fault.page_id for fault in lines])
        return [self._shown(fault, editable) for fault in lines]

    def _shown(self, fault: LiveFault, editable: set[int]) -> LiveFault:
        states = fault.states.select_related("page", "published_by").order_by("page__depth", "page__title")
        fault.examples = [] if fault.page_id else [state.page for state in states[:_EXAMPLES]]
        fault.may_edit = fault.page_id in editable
        fault.place_label = "" if fault.page_id else Place(fault.place or Place.THEME).label
        person = states[0].published_by if fault.page_id and states else None
        fault.publisher = name_of(person)
        fault.kind_label = fault.get_kind_display()
        fault.subject = fault.page.title if fault.page else fault.place_label
        fault.address = (fault.page or fault.examples[0]).full_url
        fault.messages = "\u00a0; ".join(finding["message"] for finding in fault.findings)
        fault.tests = ", ".join(sorted({test for finding in fault.findings for test in finding["rgaa"]}))
        fault.changed = "\u00a0; ".join(fault.cause_labels)
        return fault

    def get_context_data(self, *args, **kwargs):
        return super().get_context_data(*args, **kwargs) | {
            "last_round": queries.last_round(),
            "unverified": queries.unverified_pages(),
        }

    @cached_property
    def no_results_message(self) -> str:
        if self.is_filtering:
            return "Rien à corriger parmi ce que montrent ces filtres."
        if queries.last_round() is None:
            return "Les pages en ligne n’ont pas encore été contrôlées\u00a0: rien n’est connu."
        return "Rien à corriger\u00a0: toutes les pages contrôlées sont conformes à ce qu’une machine sait vérifier."


def _publishers():
    return get_user_model().objects.filter(pk__in=LiveFault.objects.values("states__published_by"))


def _sentence(parts: list[str]) -> str:
    text = ", ".join(parts)
    return text[:1].upper() + text[1:]
