"""Starting an audit from the administration."""

from django.urls import reverse
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from audits.admin.audit_access import PLURAL, Allowed
from audits.admin.start_form import StartForm
from audits.auditing import queries
from audits.auditing.errors import AuditError
from audits.auditing.steering import queue_audit


class AuditStartView(Allowed, WagtailAdminTemplateMixin, FormView):
    """Asks where to start and how, then gives the audit to the worker."""

    permission_required = "run"
    page_title = "Lancer un audit"
    template_name = "wagtailadmin/generic/form.html"
    form_class = StartForm

    def get_initial(self):
        return {"start_url": queries.default_start_url()}

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return self.crumbs((reverse("audits_report:index"), PLURAL), ("", self.page_title))

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "action_url": reverse("audits_report:start"),
            "submit_button_label": "Lancer l’audit",
            "submit_button_active_label": "Lancement…",
        }

    def form_valid(self, form: StartForm):
        try:
            self.audit = queue_audit(form.cleaned_data["start_url"], form.options())
        except AuditError as error:
            form.add_error("start_url", str(error))
            return self.form_invalid(form)
        messages.success(self.request, "L’audit est lancé. Cette page dit où il en est.")
        return super().form_valid(form)

    def form_invalid(self, form: StartForm):
        messages.error(self.request, "L’audit n’est pas lancé : corrigez ce qui est signalé ci-dessous.")
        return super().form_invalid(form)

    def get_success_url(self) -> str:
        return reverse("audits_report:summary", args=[self.audit.pk])
