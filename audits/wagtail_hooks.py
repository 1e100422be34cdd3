"""Where Wagtail's admin meets the gate and the audits."""

from django.templatetags.static import static
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import ngettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogFormatter

from audits.admin.audit_viewset import AuditViewSet, audit_permissions
from audits.admin.bulk_publish import GatedPublishBulkAction
from audits.admin.check_views import DraftCheckView
from audits.admin.complaint_views import ComplaintViewSet, complaint_permissions
from audits.admin.decision_logs import register_decision_log_actions
from audits.admin.decision_views import decision_permissions
from audits.admin.decisions_group import DecisionsGroup
from audits.admin.document_report import DocumentsReport, document_report_addresses
from audits.admin.document_views import document_addresses
from audits.admin.health_view import health_addresses, health_menu_item
from audits.admin.kept_back import KeptBackView
from audits.admin.live_faults import LiveFaultsView
from audits.admin.mend_views import MendView
from audits.admin.moderation_panel import with_draft_states
from audits.admin.page_views import GatedPageViewSet
from audits.admin.urgent_views import UrgentMenuItem
from audits.admin.userbar import add_the_verdict

hooks.register("register_bulk_action", order=100)(GatedPublishBulkAction)


@hooks.register("insert_global_admin_css")
def refusal_style_sheet():
    """The style of the error summary after a refusal."""
    return format_html('<link rel="stylesheet" href="{}">', static("audits/css/refusal.css"))


@hooks.register("register_admin_viewset", order=100)
def register_gated_page_views():
    """Put every page view that can publish behind the gate."""
    return GatedPageViewSet()


@hooks.register("register_admin_urls")
def register_draft_addresses():
    """Check a draft, and mend it from its refusal."""
    return [
        path("drafts/<int:page_id>/check/", DraftCheckView.as_view(), name="draft_check"),
        path("drafts/<int:page_id>/mend/<int:refusal_id>/", MendView.as_view(), name="draft_mend"),
    ]


hooks.register("construct_wagtail_userbar")(add_the_verdict)
hooks.register("construct_homepage_panels")(with_draft_states)


@hooks.register("register_admin_viewset")
def register_audit_views():
    """Show the audits of sites."""
    return AuditViewSet()


@hooks.register("register_admin_viewset")
def register_complaint_views():
    """Show what people report of the accessibility of sites."""
    return ComplaintViewSet()


hooks.register("register_admin_urls", order=-1)(document_addresses)
hooks.register("register_admin_urls")(document_report_addresses)
hooks.register("register_admin_urls")(LiveFaultsView.addresses)
hooks.register("register_admin_urls")(KeptBackView.addresses)
hooks.register("register_admin_urls")(health_addresses)
for report in (DocumentsReport, LiveFaultsView, KeptBackView):
    hooks.register("register_reports_menu_item")(report.menu_item)
hooks.register("register_reports_menu_item")(health_menu_item)


@hooks.register("register_admin_viewset")
def register_decision_views():
    """Show what people decided, and let them decide."""
    return DecisionsGroup()


@hooks.register("register_page_action_menu_item")
def register_urgent_publication():
    """Offer to publish urgently, to who may."""
    return UrgentMenuItem(order=200)


hooks.register("register_log_actions")(register_decision_log_actions)
hooks.register("register_permissions")(decision_permissions)
hooks.register("register_permissions")(audit_permissions)
hooks.register("register_permissions")(complaint_permissions)


@hooks.register("register_log_actions")
def register_gate_log_actions(actions):
    """Say refusals in a page's history."""
    actions.register_action(
        "audits.schedule_refused",
        "Programmation annulée",
        "Publication programmée annulée : le contenu a des défauts d’accessibilité",
    )

    @actions.register_action("audits.refuse")
    class RefusalFormatter(LogFormatter):
        label = "Publication refusée"

        def format_message(self, log_entry):
            count = log_entry.data.get("count", 0)
            heading = ngettext_lazy(
                "Publication refusée : %(count)d défaut d’accessibilité.",
                "Publication refusée : %(count)d défauts d’accessibilité.",
                count,
            ) % {"count": count}
            return " ".join([str(heading), *log_entry.data.get("messages", [])])
