"""Two audits of the same site compared, in the administration."""

from django.http import Http404
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from audits.admin.audit_access import OfOneAudit
from audits.admin.editing_links import editing_links
from audits.auditing import queries
from audits.auditing.comparison import Change, Comparison, audits_to_compare, compare, default_other
from audits.models.audit import Audit, AuditFinding

_CHOICES = 50
_PAGES_SHOWN = 10
_LABELS = {Change.NEW: "Nouveaux", Change.MENDED: "Corrigés", Change.STILL: "Toujours là"}
_NONE = {
    Change.NEW: "Aucun constat nouveau sur les pages présentes dans les deux audits.",
    Change.MENDED: "Aucun constat n’a disparu des pages présentes dans les deux audits.",
    Change.STILL: "Aucun constat n’est commun aux deux audits.",
}


class _FindingPaginator(WagtailPaginator):
    verbose_name = "constat"
    verbose_name_plural = "constats"


class AuditComparisonView(OfOneAudit, WagtailAdminTemplateMixin, TemplateView):
    """What is new, mended and still there between this audit and another of the same start address."""

    template_name = "audits/admin/comparison.html"
    page_title = "Comparaison"

    @cached_property
    def other(self) -> Audit | None:
        """The audit that the address names; the one before by default; None when there is no other."""
        chosen = self.request.GET.get("other", "")
        if not chosen:
            return default_other(self.audit)
        if not (chosen.isascii() and chosen.isdigit() and len(chosen) < 19):
            raise Http404
        other = audits_to_compare(self.audit).filter(pk=int(chosen)).first()
        if other is None:
            raise Http404
        return other

    @property
    def change(self) -> Change:
        """What the list shows."""
        shown = self.request.GET.get("show")
        return Change(shown) if shown in list(Change) else Change.NEW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs) | {
            "audit": self.audit,
            "other": self.other,
            "others": audits_to_compare(self.audit)[:_CHOICES],
        }
        return context | self._compared(compare(self.audit, self.other)) if self.other else context

    def _compared(self, comparison: Comparison):
        paginator = _FindingPaginator(comparison.findings[self.change], 20)
        page = paginator.get_page(self.request.GET.get("p"))
        return {
            "comparison": comparison,
            "tabs": [
                (change, label, len(comparison.findings[change]), comparison.failures[change])
                for change, label in _LABELS.items()
            ],
            "change": self.change,
            "no_findings": _NONE[self.change],
            "only_one": [
                (summary, pages[:_PAGES_SHOWN], max(0, pages.count() - _PAGES_SHOWN))
                for summary, pages in (
                    (comparison.older, comparison.only_older),
                    (comparison.newer, comparison.only_newer),
                )
            ],
            "page_obj": page,
            "elided_page_range": paginator.get_elided_page_range(page.number),
            "findings": self._findings(comparison, list(page.object_list)),
        }

    def _findings(self, comparison: Comparison, numbers: list[int]) -> list[AuditFinding]:
        audit = (comparison.older if self.change is Change.MENDED else comparison.newer).audit
        found = queries.findings_to_show().in_bulk(numbers)
        findings = [found[number] for number in numbers if number in found]
        links = editing_links(self.request.user, audit, findings)
        for finding in findings:
            finding.editing_link = links.get(finding.pk)
        return findings
