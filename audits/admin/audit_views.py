"""Audits in Wagtail's administration: their list, the summary of one, its pages. Read only."""

import django_filters
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import HeaderButton

from accessibility.outcome import percent_rounded_down
from audits.admin.audit_access import PLURAL, Allowed, Listing, OfOneAudit, may_run
from audits.admin.status_chart import status_bars
from audits.auditing import queries
from audits.auditing.exports.formats import FORMATS
from audits.auditing.progress import progress_of_run
from audits.auditing.remaining import remaining_of
from audits.auditing.sample import sample_of
from audits.auditing.summary import summarise
from audits.models.audit import Audit, AuditPage

_ADDRESSES = {
    AuditPage.State.DONE: "Pages auditées",
    AuditPage.State.ERROR: "Pages en erreur",
    AuditPage.State.SKIPPED: "Adresses écartées",
    AuditPage.State.WAITING: "Adresses non visitées",
    AuditPage.State.OUTSIDE: "Adresses hors échantillon",
    AuditPage.State.DOCUMENT: "Documents à vérifier",
}


_UNDER_WAY = (Audit.State.QUEUED, Audit.State.RUNNING)


def _state(audit: Audit) -> str:
    if queries.is_stalled(audit):
        return "interrompu (processus arrêté)"
    paused = audit.state == Audit.State.INTERRUPTED and audit.wish == Audit.Wish.PAUSE
    return "en pause" if paused else audit.get_state_display()


class AuditIndexView(Allowed, Listing):
    """Every audit, the latest first."""

    model = Audit
    template_name = "audits/admin/listing.html"
    page_title = PLURAL
    verbose_name_plural = PLURAL
    url_name = "index"
    default_ordering = "-started_at"
    columns = [
        TitleColumn("start_url", label="Site", url_name="audits_report:summary", sort_key="start_url"),
        StatusTagColumn("state", label="État", accessor=_state, primary=lambda a: a.state == Audit.State.FINISHED),
        DateColumn("started_at", label="Commencé", sort_key="started_at"),
        NumberColumn("done", label="Pages auditées"),
        NumberColumn("lost", label="En erreur"),
    ]

    def get_base_queryset(self) -> QuerySet[Audit]:
        return queries.audits_with_counts()

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return self.crumbs(("", PLURAL))

    @cached_property
    def header_buttons(self) -> list[HeaderButton]:
        if not may_run(self.request.user):
            return []
        return [HeaderButton("Lancer un audit", url=reverse("audits_report:start"), icon_name="plus")]

    @cached_property
    def no_results_message(self) -> str:
        if not may_run(self.request.user):
            return "Aucun audit. Les référents de l’accessibilité peuvent en lancer un."
        return "Aucun audit. Lancez-en un ici, ou avec la commande « python manage.py audit_site »."


class AuditSummaryView(OfOneAudit, WagtailAdminTemplateMixin, TemplateView):
    """One audit summed up: where it stands, criteria, rules, rate or its bounds."""

    template_name = "audits/admin/summary.html"
    page_title = "Synthèse"

    def get_context_data(self, **kwargs):
        summary = summarise(self.audit)
        pages = reverse("audits_report:pages", args=[self.audit.pk])
        findings = reverse("audits_report:findings", args=[self.audit.pk])
        return super().get_context_data(**kwargs) | {
            "audit": self.audit,
            "state": _state(self.audit),
            "is_stalled": queries.is_stalled(self.audit),
            "may_run": may_run(self.request.user),
            "progress": progress_of_run(self.audit) if self.audit.state in _UNDER_WAY else None,
            "summary": summary,
            "mean_rate": percent_rounded_down(summary.mean_rate, 1) if summary.mean_rate is not None else "",
            "sample": sample_of(self.audit),
            "chart": status_bars(summary),
            "remaining": remaining_of(summary),
            "exports": [(name, wanted.label) for name, wanted in FORMATS.items()],
            "counts": [(label, summary.counts[state], state.value) for state, label in _ADDRESSES.items()],
            "pages_url": pages,
            "findings_url": findings,
        }

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return self.crumbs((reverse("audits_report:index"), PLURAL), ("", str(self.audit)))


class PageFilterSet(WagtailFilterSet):
    """The pages in error, with defects, or in some state."""

    state = django_filters.ChoiceFilter(label="État", choices=AuditPage.State.choices)
    with_failures = django_filters.BooleanFilter(
        label="Défauts certains", method="filter_failures", widget=django_filters.widgets.BooleanWidget()
    )

    class Meta:
        model = AuditPage
        fields = ["state", "with_failures"]

    def filter_failures(self, queryset, name, value):
        return queryset.filter(failures__gt=0) if value else queryset.filter(failures=0)


class AuditPagesView(OfOneAudit, Listing):
    """The addresses of one audit."""

    model = AuditPage
    template_name = "audits/admin/listing.html"
    page_title = "Pages"
    verbose_name_plural = "pages"
    url_name = "pages"
    filterset_class = PageFilterSet
    default_ordering = "pk"

    @cached_property
    def columns(self):
        return [
            TitleColumn("page", label="Page", accessor=str, get_url=self._findings_of),
            Column("address", label="Adresse", sort_key="address", classname="audit-address"),
            Column("state", label="État", accessor=_page_state),
            NumberColumn("failures", label="Défauts", sort_key="failures"),
            NumberColumn("reviews", label="À vérifier", sort_key="reviews"),
        ]

    def _findings_of(self, page: AuditPage) -> str | None:
        if page.state != AuditPage.State.DONE:
            return None
        return f"{reverse('audits_report:findings', args=[self.audit.pk])}?page={page.pk}"

    def get_base_queryset(self) -> QuerySet[AuditPage]:
        return self.audit.pages.all()

    @cached_property
    def no_results_message(self) -> str:
        return "Aucune page ne correspond." if self.is_filtering else "Cet audit n’a encore aucune page."


def _page_state(page: AuditPage) -> str:
    said = page.get_state_display()
    if page.why:
        said += f" ({page.why})"
    if page.judged_at:
        said += f" (reprise de l’audit du {timezone.localtime(page.judged_at):%d/%m/%Y})"
    return f"{said} : {page.reason}" if page.reason else said
