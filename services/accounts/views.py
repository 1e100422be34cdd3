"""« Mon compte »: who one is, one's data, the end of the account; and the doors of Wagtail."""

from allauth.account.adapter import get_adapter
from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from services.accounts.access import may_enter_administration
from services.accounts.actions import delete_account
from services.accounts.holdings import holdings_on
from services.accounts.queries import exported_data, second_factors

SECONDS_BEFORE_RETRY = 600
_DELETED = "Votre compte est supprimé. Un courriel vous le confirme."
_NOT_FOR_YOU = "Votre compte ne donne pas accès à cette page."


@never_cache
@login_required
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Who one is, and where each thing is changed."""
    context = {
        "second_factors": second_factors(request.user),
        "is_agent": may_enter_administration(request.user),
        "links": settings.PARVIS_ACCOUNT_LINKS,
    }
    return render(request, "accounts/account.html", context)


@never_cache
@login_required
@reauthentication_required
@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """Everything that the portal holds on somebody, in a file."""
    response = JsonResponse(exported_data(request.user), json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Content-Disposition"] = 'attachment; filename="mes-donnees.json"'
    return response


@never_cache
@login_required
@reauthentication_required
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest) -> HttpResponse:
    """Say what goes and what stays; delete at once when that is confirmed."""
    is_agent = may_enter_administration(request.user)
    if request.method != "POST" or is_agent:
        context = {"holdings": holdings_on(request.user), "is_agent": is_agent}
        return render(request, "accounts/delete.html", context)
    delete_account(request.user, request)
    logout(request)
    messages.success(request, _DELETED)
    return redirect("account_login")


@never_cache
def wagtail_door(request: HttpRequest) -> HttpResponse:
    """Wagtail's own pages to sign in, which ask for no second factor, lead to the portal's."""
    wanted = request.GET.get("next", "")
    if not get_adapter().is_safe_url(wanted):
        wanted = reverse("wagtailadmin_home")
    if request.user.is_anonymous:
        return redirect(f"{reverse('account_login')}?{urlencode({'next': wanted})}")
    if may_enter_administration(request.user):
        return redirect(wanted)
    messages.error(request, _NOT_FOR_YOU)
    return redirect("accounts_home")


def too_often(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Tried too many times: the portal's page for « 429 »."""
    response = render(request, "accounts/too_often.html", status=429)
    response["Retry-After"] = str(SECONDS_BEFORE_RETRY)
    return response
