"""What stands before Wagtail's administration."""

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from services.accounts.access import may_enter_administration

WHY = (
    "L’administration du portail demande un second facteur en plus du mot de passe. "
    "Ajoutez une application d’authentification ou une clé d’accès, puis revenez dans l’administration."
)


class SecondFactorForAdministration:
    """Where the settings ask for it, agents without a second factor are sent to set one up."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.PARVIS_SECOND_FACTOR_FOR_AGENTS or not _lacks_a_factor(request):
            return self.get_response(request)
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            raise PermissionDenied(WHY)
        messages.warning(request, WHY)
        return redirect("mfa_index")


def _lacks_a_factor(request: HttpRequest) -> bool:
    path = request.path_info
    if not path.startswith(settings.ADMIN_PATH) or path == reverse("wagtailadmin_logout"):
        return False
    return request.user.is_authenticated and may_enter_administration(request.user) and not is_mfa_enabled(request.user)
