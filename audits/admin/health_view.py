"""How the gate stands, for who administers the portal: what is wrong, and what to do about it."""

from django.core.exceptions import PermissionDenied
from django.urls import path, reverse
from django.views.generic import TemplateView
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from audits.health.queries import health

NAME = "gate_health"
TITLE = "État de la vérification"
PERMISSION = "audits.view_gatehealth"


class HealthView(WagtailAdminTemplateMixin, TemplateView):
    """Each thing that the gate needs, what is wrong first."""

    template_name = "audits/admin/health.html"
    page_title = TITLE
    header_icon = "circle-check"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(PERMISSION):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": TITLE}]

    def get_context_data(self, **kwargs):
        results = health()
        return super().get_context_data(**kwargs) | {
            "wrong": [result for result in results if not result.is_well],
            "well": [result for result in results if result.is_well],
        }


class _HealthMenuItem(MenuItem):
    """The entry of the screen, for those who may see it."""

    def is_shown(self, request) -> bool:
        return request.user.has_perm(PERMISSION)


def health_addresses() -> list:
    """Where the screen is."""
    return [path("reports/gate-health/", HealthView.as_view(), name=NAME)]


def health_menu_item() -> MenuItem:
    return _HealthMenuItem(TITLE, reverse(NAME), name=NAME, icon_name="circle-check", order=95)
