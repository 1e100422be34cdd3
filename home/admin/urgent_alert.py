"""The urgent alert in the administration: one screen to publish it, withdraw it, and read those of the past."""

from django.conf import settings
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.auth import permission_required
from wagtail.admin.menu import MenuItem
from wagtail.models import Site

from home.alert import queries
from home.alert.actions import AlertOver, AlertRefused, publish_alert, withdraw_alert
from home.alert.forms import UrgentAlertForm
from home.models.alert import UrgentAlert

PERMISSION = "home.publish_urgentalert"
_PER_PAGE = 20


class UrgentAlertMenuItem(MenuItem):
    """First in the menu: two clicks from anywhere to an alert online."""

    def __init__(self) -> None:
        super().__init__("Alerte urgente", reverse("urgent_alert"), icon_name="warning", order=1)

    def is_shown(self, request) -> bool:
        return request.user.has_perm(PERMISSION)


@permission_required(PERMISSION)
def urgent_alert(request, site_pk: int | None = None):
    """Show the form, the alert that is on and those of the past; publish what the form says."""
    site = _site(request, site_pk)
    # Whatever the zone of the agent's profile, an alert begins and ends at the town's time.
    with timezone.override(settings.TIME_ZONE):
        alert = UrgentAlert(site=site)
        form = UrgentAlertForm(request.POST or None, instance=alert)
        if request.method == "POST" and form.is_valid():
            try:
                publish_alert(form.save(commit=False), request.user)
            except AlertRefused as refusal:
                form.add_error(None, refusal.defects)
            else:
                messages.success(request, f"L’alerte est sur toutes les pages du site «\u00a0{alert.title}\u00a0».")
                return redirect("urgent_alert_of_site", site.pk)
        if form.errors:
            messages.validation_error(
                request, "L’alerte n’est pas publiée\u00a0: ce qui suit est à corriger. Rien n’est perdu.", form
            )
        return render(request, "home/admin/urgent_alert.html", _context(request, site, form))


@require_POST
@permission_required(PERMISSION)
def withdraw_urgent_alert(request, pk: int):
    """Take an alert off every page."""
    alert = get_object_or_404(UrgentAlert, pk=pk)
    try:
        withdraw_alert(alert, request.user)
    except AlertOver:
        messages.warning(request, "Cette alerte n’était déjà plus en ligne.")
    else:
        messages.success(request, "L’alerte est retirée de toutes les pages.")
    return redirect("urgent_alert_of_site", alert.site_id)


def _site(request, pk: int | None) -> Site:
    """The site asked for, else the one that answers, else the default one."""
    if pk is not None:
        return get_object_or_404(Site, pk=pk)
    return Site.find_for_request(request) or get_object_or_404(Site, is_default_site=True)


def _context(request, site: Site, form: UrgentAlertForm) -> dict:
    paginator = Paginator(queries.alerts_of(site), _PER_PAGE)
    return {
        "form": form,
        "media": form.media,
        "site": site,
        "sites": Site.objects.order_by("-is_default_site", "site_name"),
        "current": queries.current_alert(site),
        "alerts": paginator.get_page(request.GET.get("p")),
        "page_title": "Alerte urgente",
        "header_title": "Alerte urgente",
        "header_icon": "warning",
    }


URLS = [
    path("alerte/", urgent_alert, name="urgent_alert"),
    path("alerte/site/<int:site_pk>/", urgent_alert, name="urgent_alert_of_site"),
    path("alerte/<int:pk>/retirer/", withdraw_urgent_alert, name="withdraw_urgent_alert"),
]
