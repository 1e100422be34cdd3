"""Following a request: how one comes to it, what one reads and does there."""

from contextlib import suppress

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from services.eservices.following import access
from services.eservices.following.actions import cancel_request, write_as_resident
from services.eservices.following.forms import FindForm, ReplyForm
from services.eservices.following.queries import request_of_link, request_of_secret, request_shown, timeline
from services.eservices.following.tasks import send_link
from services.eservices.models import Request
from services.eservices.sending.acknowledgement import Acknowledgement
from services.eservices.states import WrongState
from services.eservices.wording import day
from services.limits import is_too_often

MOST_TRIES, MOST_MESSAGES, HOUR = 10, 20, 3600
_TOO_MANY = "Vous avez fait plusieurs essais en peu de temps. Réessayez dans une heure, ou appelez-nous."
_NOT_FOUND = "Aucune demande ne correspond à ce numéro et à ce code. Vérifiez-les."


@never_cache
def find(request: HttpRequest) -> HttpResponse:
    """By number and e-mail, a link is sent, and the page says the same whatever was typed; by code, it opens."""
    form = FindForm(request.POST if request.method == "POST" else None)
    sent = False
    status = 200
    if request.method == "POST" and form.is_valid():
        number, secret = form.cleaned_data["number"], form.cleaned_data["secret"]
        if is_too_often(request, "eservice-follow", most=MOST_TRIES, seconds=HOUR):
            form.add_error(None, _TOO_MANY)
            status = 429
        elif secret:
            found = request_of_secret(number, secret)
            if found:
                access.grant(request, found.number)
                return redirect("eservices:follow", found.number)
            form.add_error("secret", _NOT_FOUND)
        else:
            send_link.enqueue(number, form.cleaned_data["email"])
            sent = True
    response = render(request, "eservices/find.html", {"form": form, "sent": sent}, status=status)
    if status == 429:
        response["Retry-After"] = str(HOUR)
    return response


@never_cache
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Open the request of a link that came by e-mail, in this session."""
    found = request_of_link(token)
    if found is None:
        return render(request, "eservices/link_over.html", {"what": "suivi"}, status=404)
    access.grant(request, found.number)
    return redirect("eservices:follow", found.number)


@never_cache
def follow(request: HttpRequest, number: str) -> HttpResponse:
    """Where a request stands, and what its author may do about it."""
    found = request_shown(request, number)
    asked = list(found.asked_documents.filter(given_at=None)) if found.is_open else []
    sent_in = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ReplyForm(*sent_in, asked=asked, largest=settings.PARVIS_LARGEST_ATTACHMENT)
    status = 200
    if request.method == "POST" and form.is_valid():
        if is_too_often(request, "eservice-message", most=MOST_MESSAGES, seconds=HOUR):
            form.add_error(None, _TOO_MANY)
            status = 429
        else:
            # A request that was closed meanwhile says so on its page.
            with suppress(WrongState):
                data = form.cleaned_data
                write_as_resident(found, data["text"], data["files"], form.documents)
            return redirect(f"{request.path}?ecrit=1")
    return render(request, "eservices/follow.html", _context(request, found, form, asked), status=status)


def _context(request: HttpRequest, found: Request, form: ReplyForm, asked: list) -> dict:
    messages = found.messages.select_related("author").prefetch_related("attachments")
    return {
        "demand": found,
        "eservice": found.eservice,
        "department": found.eservice.department,
        "acknowledgement": Acknowledgement(found),
        "events": timeline(found),
        "conversation": messages,
        "asked": asked,
        "decision_files": found.attachments.filter(is_decision=True),
        "files": found.attachments.filter(message=None, is_decision=False),
        "form": form,
        "written": "ecrit" in request.GET,
        "answer_on": day(found.answer_on),
    }


@never_cache
def cancel(request: HttpRequest, number: str) -> HttpResponse:
    """Ask whether the request is really given up; give it up."""
    found = request_shown(request, number)
    if request.method == "POST":
        with suppress(WrongState):
            cancel_request(found)
    if request.method == "POST" or not found.is_open:
        return redirect("eservices:follow", number)
    return render(request, "eservices/cancel.html", {"demand": found, "eservice": found.eservice})


@never_cache
def sent(request: HttpRequest, number: str) -> HttpResponse:
    """What comes right after the sending: the number, and what comes next."""
    found = request_shown(request, number)
    return render(request, "eservices/sent.html", _receipt(request, found))


@never_cache
def receipt(request: HttpRequest, number: str) -> HttpResponse:
    """The acknowledgement of receipt, to print or keep."""
    found = request_shown(request, number)
    return render(request, "eservices/receipt.html", _receipt(request, found))


def _receipt(request: HttpRequest, found: Request) -> dict:
    return {
        "demand": found,
        "eservice": found.eservice,
        "department": found.eservice.department,
        "acknowledgement": Acknowledgement(found),
        "files": found.attachments.filter(message=None, is_decision=False),
        "secret": access.secret_to_show(request, found.number),
    }
