"""Light or dark, as a visitor chose at the foot of a page: a choice that the device would not make.

It is kept in a cookie that holds one word and serves nothing but the visitor's own request, so no consent is asked for.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt

COOKIE = "apparence"
FIELD = "apparence"
KEPT_FOR = 365 * 24 * 3600
CHOICES = {"": "Comme mon appareil", "light": "Claire", "dark": "Sombre"}
"""By the value of the cookie; the first has no cookie."""


def appearance(request: HttpRequest) -> str:
    """What the visitor chose: `light`, `dark`, or nothing."""
    chosen = request.COOKIES.get(COOKIE, "")
    return chosen if chosen in CHOICES else ""


# Changing colours in somebody's back does no harm, and a token would forbid caches to keep any page.
@csrf_exempt
def choose_appearance(request: HttpRequest) -> HttpResponse:
    """Keep the choice that a form sends and go back to where it was made; a link that is followed chooses nothing."""
    answer = HttpResponseRedirect(f"{_came_from(request)}#apparence")
    if request.method != "POST":
        return answer
    chosen = request.POST.get(FIELD, "")
    if chosen in CHOICES and chosen:
        answer.set_cookie(COOKIE, chosen, max_age=KEPT_FOR, httponly=True, samesite="Lax", secure=request.is_secure())
    else:
        answer.delete_cookie(COOKIE, samesite="Lax")
    return answer


def _came_from(request: HttpRequest) -> str:
    """The page of this site that the form was on, else the home page."""
    address = request.headers.get("Referer", "").partition("#")[0]
    ours = url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure())
    return address if address and ours and not address.endswith(reverse("choose_appearance")) else "/"
