"""The findings of one audit in the administration: one by one, or the same defect of many pages said once."""

import django_filters
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.text import Truncator
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column

from accessibility import rgaa
from audits.admin.audit_access import Listing, OfOneAudit
from audits.admin.editing_links import editing_links
from audits.auditing import queries
from audits.auditing.grouping import alike, groups_of, with_examples
from audits.auditing.summary import rules_of
from audits.models.audit import AuditFinding


class VerdictFilterSet(WagtailFilterSet):
    """The findings of a verdict or of a criterion."""

    verdict = django_filters.ChoiceFilter(label="Verdict", choices=AuditFinding.Verdict.choices)
    criterion = django_filters.ChoiceFilter(label="Critère", method="filter_criterion")

    class Meta:
        model = AuditFinding
        fields = ["verdict", "criterion"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.filters["criterion"].extra["choices"] = [
            (number, f"{number} {Truncator(criterion.title).chars(60)}")
            for number, criterion in rgaa.load().criteria.items()
        ]

    def filter_criterion(self, queryset, name, value):
        return queryset.filter(tests__contains=f",{value}.")


class FindingFilterSet(VerdictFilterSet):
    """The findings of a verdict, a criterion, a rule, a page of one audit, or of the same code as one of them."""

    rule = django_filters.ChoiceFilter(label="Règle")
    page = django_filters.NumberFilter(label="Numéro de page", field_name="page_id")
    like = django_filters.NumberFilter(label="Même code que le constat numéro", method="filter_like")

    class Meta:
        model = AuditFinding
        fields = ["verdict", "criterion", "rule", "page", "like"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        rules = self.queryset.order_by("rule").values_list("rule", flat=True).distinct()
        self.filters["rule"].extra["choices"] = [(rule, rule) for rule in rules]

    def filter_like(self, queryset, name, value):
        example = self.queryset.filter(pk=value).first()
        return alike(queryset, example) if example else queryset.none()


class AuditFindingsView(OfOneAudit, Listing):
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
            _PageColumn("page", label="Page"),
        ]

    def get_base_queryset(self) -> QuerySet[AuditFinding]:
        return queries.findings_of(self.audit)

    def get_filterset_kwargs(self):
        return super().get_filterset_kwargs() | {"queryset": self.get_base_queryset()}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        links = editing_links(self.request.user, self.audit, context["object_list"])
        for finding in context["object_list"]:
            finding.editing_link = links.get(finding.pk)
        return context

    @cached_property
    def no_results_message(self) -> str:
        return "Aucun constat ne correspond." if self.is_filtering else "Cet audit n’a encore aucun constat."


class _GroupPaginator(WagtailPaginator):
    verbose_name = "défaut regroupé"
    verbose_name_plural = "défauts regroupés"


class AuditGroupsView(OfOneAudit, Listing):
    """The defects of one audit by rule, each piece of code said once with the pages that have it."""

    model = AuditFinding
    template_name = "audits/admin/listing.html"
    results_template_name = "audits/admin/groups_results.html"
    page_title = "Défauts regroupés"
    verbose_name_plural = "défauts regroupés"
    url_name = "groups"
    filterset_class = VerdictFilterSet
    paginate_by = 20
    paginator_class = _GroupPaginator

    def get_base_queryset(self) -> QuerySet[AuditFinding]:
        return queries.findings_of(self.audit)

    def get_filterset_kwargs(self):
        return super().get_filterset_kwargs() | {"queryset": self.get_base_queryset()}

    @cached_property
    def rules(self):
        return list(rules_of(self.audit))

    def get_queryset(self):
        return groups_of(super().get_queryset(), self.rules)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        groups = with_examples(self.audit, list(context["object_list"]))
        # What many pages share is the theme's, unless a mark says which content wrote it.
        mendable = [group.example for group in groups if group.pages == 1 or group.example.provenance]
        links = editing_links(self.request.user, self.audit, mendable)
        for group in groups:
            group.example.editing_link = links.get(group.example.pk)
        lines = {(line.verdict, line.rule): line for line in self.rules}
        by_rule = {}
        for group in groups:
            by_rule.setdefault(lines[group.example.verdict, group.example.rule], []).append(group)
        return context | {"groups_by_rule": by_rule, "audit": self.audit}

    @cached_property
    def no_results_message(self) -> str:
        return "Aucun défaut ne correspond." if self.is_filtering else "Cet audit n’a encore aucun constat."


class _FindingColumn(Column):
    """The message, how to mend it, the tests, the place and the code of the element."""

    cell_template_name = "audits/admin/finding_cell.html"


class _PageColumn(Column):
    """A link to the audited page itself."""

    cell_template_name = "audits/admin/page_cell.html"
