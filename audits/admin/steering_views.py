"""Steering an audit from the administration: how far it is, pause, resume, cancel."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from audits.admin.audit_access import OfOneAudit
from audits.auditing import steering
from audits.auditing.errors import AuditError
from audits.auditing.progress import progress_of_run
from audits.auditing.queries import is_stalled
from audits.models.audit import Audit


class AuditProgressView(OfOneAudit, TemplateView):
    """How far the audit is, as a piece of its page, for the script that keeps it up to date."""

    template_name = "audits/admin/progress.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "audit": self.audit,
            "progress": progress_of_run(self.audit),
            "is_stalled": is_stalled(self.audit),
        }


class _Asking(OfOneAudit):
    """Asks something of the audit, says what came of it, and goes back to its page."""

    permission_required = "run"
    ask: Callable[[int], Audit]
    said: Callable[[Audit], str]

    def post(self, request, pk: int) -> HttpResponse:
        try:
            audit = self.ask(pk)
        except AuditError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, self.said(audit))
        return redirect("audits_report:summary", pk)


class AuditPauseView(_Asking, View):
    """Puts the audit down, for it to be resumed."""

    http_method_names = ["post"]
    ask = staticmethod(steering.ask_pause)

    def said(self, audit: Audit) -> str:
        running = audit.state == Audit.State.RUNNING
        return "L’audit s’arrêtera après la page en cours." if running else "L’audit est en pause."


class AuditResumeView(_Asking, View):
    """Gives the audit to the worker again."""

    http_method_names = ["post"]
    ask = staticmethod(steering.queue_again)

    def said(self, audit: Audit) -> str:
        return "L’audit reprendra là où il s’est arrêté."


class AuditCancelView(_Asking, WagtailAdminTemplateMixin, TemplateView):
    """Closes the audit for good, once this was confirmed."""

    template_name = "audits/admin/cancel.html"
    page_title = "Annuler l’audit"
    ask = staticmethod(steering.ask_cancel)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"audit": self.audit, "progress": progress_of_run(self.audit)}

    def said(self, audit: Audit) -> str:
        return "L’audit sera annulé après la page en cours." if audit.wish else "L’audit est annulé."
