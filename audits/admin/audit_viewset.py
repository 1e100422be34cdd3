"""The addresses of the views of audits, their entry in the menu, and the permission that they ask for."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import path
from wagtail.admin.viewsets.base import ViewSet

from audits.admin.audit_access import Allowed
from audits.admin.audit_views import AuditIndexView, AuditPagesView, AuditSummaryView
from audits.admin.comparison_views import AuditComparisonView
from audits.admin.export_views import AuditExportView
from audits.admin.finding_views import AuditFindingsView, AuditGroupsView
from audits.admin.sample_views import AuditSampleView, SampleDrawView, SampleReuseView
from audits.admin.screenshot_views import AuditScreenshotView
from audits.admin.start_views import AuditStartView
from audits.admin.steering_views import AuditCancelView, AuditPauseView, AuditProgressView, AuditResumeView


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
        patterns = (
            ("", "index", AuditIndexView),
            ("<int:pk>/pages/", "pages", AuditPagesView),
            ("<int:pk>/findings/", "findings", AuditFindingsView),
            ("<int:pk>/groups/", "groups", AuditGroupsView),
        )
        listings = [
            route
            for prefix, name, view in patterns
            for route in (
                path(prefix, view.as_view(), name=name),
                path(f"{prefix}results/", view.as_view(results_only=True), name=f"{name}_results"),
            )
        ]
        return [
            *listings,
            path("<int:pk>/", AuditSummaryView.as_view(), name="summary"),
            path("start/", AuditStartView.as_view(), name="start"),
            path("<int:pk>/progress/", AuditProgressView.as_view(), name="progress"),
            path("<int:pk>/pause/", AuditPauseView.as_view(), name="pause"),
            path("<int:pk>/resume/", AuditResumeView.as_view(), name="resume"),
            path("<int:pk>/cancel/", AuditCancelView.as_view(), name="cancel"),
            path("<int:pk>/sample/", AuditSampleView.as_view(), name="sample"),
            path("<int:pk>/sample/draw/", SampleDrawView.as_view(), name="sample_draw"),
            path("<int:pk>/sample/reuse/<int:other>/", SampleReuseView.as_view(), name="sample_reuse"),
            path("<int:pk>/comparison/", AuditComparisonView.as_view(), name="comparison"),
            path("<int:pk>/export/<slug:form>/", AuditExportView.as_view(), name="export"),
            path("<int:pk>/screenshots/<int:number>/", AuditScreenshotView.as_view(), name="screenshot"),
        ]

    def get_menu_item(self, order=None):
        item = super().get_menu_item(order)
        item.is_shown = lambda request: _may_see(request.user)
        return item


def _may_see(user) -> bool:
    return Allowed.permission_policy.user_has_permission(user, "view")


def audit_permissions() -> QuerySet[Permission]:
    """The permissions of audits, and of what is online, that a group can be given."""
    names = ("view_audit", "run_audit", "view_livefault", "view_gatehealth")
    return Permission.objects.filter(content_type__app_label="audits", codename__in=names)
