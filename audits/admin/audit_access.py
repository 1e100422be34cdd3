"""What every view of audits has: who may see it, the way to it, the audit that it is of."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.views.generic import BaseListingView, PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permission_policies import ModelPermissionPolicy

from audits.models.audit import Audit

PLURAL = "Audits d’accessibilité"


class Allowed(PermissionCheckedMixin):
    """Only who may see audits; all the views below."""

    permission_policy = ModelPermissionPolicy(Audit)
    permission_required = "view"
    header_icon = "glasses"

    def crumbs(self, *items: tuple[str, str]) -> list[dict[str, str]]:
        """The way from the administration's home: pairs of address and label, the last without address."""
        return [*WagtailAdminTemplateMixin.breadcrumbs_items, *({"url": url, "label": label} for url, label in items)]


def may_run(user) -> bool:
    """Whether somebody may start audits and steer them."""
    return Allowed.permission_policy.user_has_permission(user, "run")


class OfOneAudit(Allowed):
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
            (reverse("audits_report:index"), PLURAL), (summary, str(self.audit)), ("", self.get_page_title())
        )


class Listing(BaseListingView):
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
