"""Audits in Wagtail's administration: their list, the summary of one, its pages, its findings. Read only."""

import django_filters
from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.views.generic import TemplateView
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, NumberColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import BaseListingView, PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from accessibility import rgaa
from audits.auditing import queries
from audits.auditing.summary import summarise
from audits.models.audit import Audit, AuditFinding, AuditPage

_PLURAL = "Audits d’accessibilité"
_ADDRESSES = {
    AuditPage.State.DONE: "Pages auditées",
    AuditPage.State.ERROR: "Pages en erreur",
    AuditPage.State.SKIPPED: "Adresses écartées",
    AuditPage.State.WAITING: "Adresses non visitées",
    AuditPage.State.OUTSIDE: "Adresses hors échantillon",
}


class _Allowed(PermissionCheckedMixin):
    """Only who may see audits; all the views below."""

    permission_policy = ModelPermissionPolicy(Audit)
    permission_required = "view"
    header_icon = "glasses"

    def crumbs(self, *items: tuple[str, str]) -> list[dict[str, str]]:
        """The way from the administration's home: pairs of address and label, the last without address."""
        return [*WagtailAdminTemplateMixin.breadcrumbs_items, *({"url": url, "label": label} for url, label in items)]


class _OfOneAudit(_Allowed):
    """A view of the audit whose number is in the address."""

    @cached_property
    def audit(self) -> Audit:
        return get_object_or_404(Audit, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return self.page_title

    def get_page_subtitle(self) -> str:
        return str(self.audit)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        summary = reverse("audits_report:summary", args=[self.audit.pk])
        return self.crumbs(
            (reverse("audits_report:index"), _PLURAL), (summary, str(self.audit)), ("", self.get_page_title())
        )


class _Listing(BaseListingView):
    """A list with its results alone at a second address, for the filters."""

    paginate_by = 50
    is_searchable = False
    url_name = ""

    @cached_property
    def index_url(self) -> str:
        return reverse(f"audits_report:{self.url_name}", kwargs=self.kwargs)

    @cached_property
    def index_results_url(self) -> str:
        return reverse(f"audits_report:{self.url_name}_results", kwargs=self.kwargs)


def _state(audit: Audit) -> str:
    return "interrompu (processus arrêté)" if queries.is_stalled(audit) else audit.get_state_display()


class AuditIndexView(_Allowed, _Listing):
    """Every audit, the latest first."""

    model = Audit
    template_name = "audits/admin/listing.html"
    page_title = _PLURAL
    verbose_name_plural = _PLURAL
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
        return self.crumbs(("", _PLURAL))

    @cached_property
    def no_results_message(self) -> str:
        return "Aucun audit. Lancez-en un avec la commande « python manage.py audit_site »."


class AuditSummaryView(_OfOneAudit, WagtailAdminTemplateMixin, TemplateView):
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
            "summary": summary,
            "counts": [(label, summary.counts[state], state.value) for state, label in _ADDRESSES.items()],
            "pages_url": pages,
            "findings_url": findings,
        }

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return self.crumbs((reverse("audits_report:index"), _PLURAL), ("", str(self.audit)))


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


class AuditPagesView(_OfOneAudit, _Listing):
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
    if page.chosen_for:
        said += f" ({page.chosen_for})"
    return f"{said} : {page.reason}" if page.reason else said


class FindingFilterSet(WagtailFilterSet):
    """The findings of a verdict, a criterion, a rule or a page of one audit."""

    verdict = django_filters.ChoiceFilter(label="Verdict", choices=AuditFinding.Verdict.choices)
    criterion = django_filters.ChoiceFilter(label="Critère", method="filter_criterion")
    rule = django_filters.ChoiceFilter(label="Règle")
    page = django_filters.NumberFilter(label="Numéro de page", field_name="page_id")

    class Meta:
        model = AuditFinding
        fields = ["verdict", "criterion", "rule", "page"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        rules = self.queryset.order_by("rule").values_list("rule", flat=True).distinct()
        self.filters["rule"].extra["choices"] = [(rule, rule) for rule in rules]
        self.filters["criterion"].extra["choices"] = [
            (number, f"{number} {Truncator(criterion.title).chars(60)}")
            for number, criterion in rgaa.load().criteria.items()
        ]

    def filter_criterion(self, queryset, name, value):
        return queryset.filter(tests__contains=f",{value}.")


class AuditFindingsView(_OfOneAudit, _Listing):
    """The findings of one audit, or of one page of it."""

    model = AuditFinding
    template_name = "audits/admin/listing.html"
    page_title = "Constats"
    verbose_name_plural = "constats"
    url_name = "findings"
    filterset_class = FindingFilterSet

    @cached_property
    def columns(self):
        return [
            _FindingColumn("message", label="Constat"),
            Column("verdict", label="Verdict", accessor="get_verdict_display"),
            Column("tests", label="Tests RGAA", accessor=lambda finding: ", ".join(finding.test_numbers)),
            _PageColumn("page", label="Page"),
        ]

    def get_base_queryset(self) -> QuerySet[AuditFinding]:
        return queries.findings_of(self.audit)

    def get_filterset_kwargs(self):
        return super().get_filterset_kwargs() | {"queryset": self.get_base_queryset()}

    @cached_property
    def no_results_message(self) -> str:
        return "Aucun constat ne correspond." if self.is_filtering else "Cet audit n’a encore aucun constat."


class _FindingColumn(Column):
    """The message, how to mend it, the place and the code of the element."""

    cell_template_name = "audits/admin/finding_cell.html"


class _PageColumn(Column):
    """A link to the audited page itself."""

    cell_template_name = "audits/admin/page_cell.html"


class AuditViewSet(ViewSet):
    """Where the views of audits are, and their entry in the menu."""

    name = "audits_report"
    url_prefix = "audits"
    icon = "glasses"
    menu_label = "Audits"
    menu_name = "audits"
    menu_order = 850
    add_to_admin_menu = True

    def get_urlpatterns(self):
        patterns = [("", "index", AuditIndexView), ("<int:pk>/pages/", "pages", AuditPagesView)]
        patterns.append(("<int:pk>/findings/", "findings", AuditFindingsView))
        listings = [
            route
            for prefix, name, view in patterns
            for route in (
                path(prefix, view.as_view(), name=name),
                path(f"{prefix}results/", view.as_view(results_only=True), name=f"{name}_results"),
            )
        ]
        return [*listings, path("<int:pk>/", AuditSummaryView.as_view(), name="summary")]

    def get_menu_item(self, order=None):
        item = super().get_menu_item(order)
        item.is_shown = lambda request: _may_see(request.user)
        return item


def _may_see(user) -> bool:
    return _Allowed.permission_policy.user_has_permission(user, "view")


def audit_permissions() -> QuerySet[Permission]:
    """The permissions of audits that a group can be given."""
    return Permission.objects.filter(content_type__app_label="audits", codename="view_audit")
