"""The public form, and its thanks."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from wagtail.models import Site

from home.complaints.actions import receive_complaint
from home.complaints.forms import ComplaintForm, page_of_site
from services.limits import is_too_often

SENT = "complaint-sent"
MOST_PER_HOUR = 6
HOUR = 3600
_TOO_MANY = (
    "Vous avez envoyé plusieurs signalements en peu de temps. Gardez votre texte et réessayez dans une heure, "
    "ou appelez-nous."
)


def report_problem(request: HttpRequest) -> HttpResponse:
    """Show the form, or take what was written. A report taken is never taken twice by a reload.

    Raises Http404 where no site answers.
    """
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    if request.method != "POST":
        sent = request.session.get(SENT) if "envoye" in request.GET else None
        address = _where_from(request, site)
        return _show(
            request, ComplaintForm(initial={"page_address": address}, site=site, host=request.get_host()), sent
        )
    form = ComplaintForm(request.POST, site=site, host=request.get_host())
    if not form.is_valid():
        return _show(request, form)
    if form.is_trapped:
        return _thank(request, "")
    if is_too_often(request, "complaint", most=MOST_PER_HOUR, seconds=HOUR):
        form.add_error(None, _TOO_MANY)
        response = _show(request, form)
        response.status_code = 429
        response["Retry-After"] = str(HOUR)
        return response
    return _thank(request, str(receive_complaint(form, site).pk))


def _where_from(request: HttpRequest, site: Site) -> str:
    """The page of the site on which the visitor chose the form, if the browser says it."""
    address = page_of_site(request.headers.get("Referer", ""), site, request.get_host()) or ""
    is_the_form = address.partition("?")[0].endswith(request.path)
    return "" if is_the_form or len(address) > 2000 else address


def _show(request: HttpRequest, form: ComplaintForm, sent: str | None = None) -> HttpResponse:
    return render(request, "home/complaint.html", {"form": form, "sent": sent})


def _thank(request: HttpRequest, number: str) -> HttpResponse:
    request.session[SENT] = number
    return redirect(f"{reverse('report_accessibility_problem')}?envoye=1")
