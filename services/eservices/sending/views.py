"""The review of what was written, and its sending."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from services.eservices.catalogue import find_shown
from services.eservices.filling import session
from services.eservices.filling.actions import NotOpen
from services.eservices.filling.progress import progress
from services.eservices.filling.queries import Filling
from services.eservices.following import access
from services.eservices.sending.actions import Incomplete, Sent, SlotTaken, send_request
from services.limits import is_too_often

MOST_PER_HOUR, HOUR = 20, 3600
_SENT = "eservices-sent"


@never_cache
def review(request: HttpRequest, slug: str) -> HttpResponse:
    """What will be sent, to be checked; then sent, once, however often the button is pressed."""
    eservice = find_shown(request, slug)
    draft = session.draft_held(request, eservice)
    if draft is None:
        return _already_sent(request) or redirect(f"{eservice.get_absolute_url()}?perdu=1")
    filling = Filling(draft)
    if incomplete := filling.first_incomplete():
        return redirect("eservices:step", slug, incomplete.step.key)
    if request.method != "POST":
        return _show(request, filling)
    if is_too_often(request, "eservice-send", most=MOST_PER_HOUR, seconds=HOUR):
        return _show(request, filling, "Vous avez envoyé beaucoup de demandes. Réessayez dans une heure.", 429)
    try:
        sent = send_request(draft)
    except NotOpen:
        return redirect(eservice)
    except Incomplete as lacks:
        return redirect("eservices:step", slug, lacks.step)
    except SlotTaken:
        return redirect(f"{reverse('eservices:step', args=[slug, _slot_step(filling)])}?pris=1")
    return _thank(request, sent)


def _slot_step(filling: Filling) -> str:
    asked = filling.definition.slot_question
    return next(one.step.key for one in filling.steps if asked in one.step.questions)


def _show(request: HttpRequest, filling: Filling, problem: str = "", status: int = 200) -> HttpResponse:
    context = {
        "eservice": filling.eservice,
        "draft": filling.draft,
        "steps": filling.steps,
        "progress": progress(filling.steps, None),
        "problem": problem,
    }
    return render(request, "eservices/review.html", context, status=status)


def _thank(request: HttpRequest, sent: Sent) -> HttpResponse:
    number = sent.request.number
    session.let_go(request, sent.request.eservice)
    access.grant(request, number)
    if sent.secret:
        access.show_secret(request, number, sent.secret)
    request.session[_SENT] = {**request.session.get(_SENT, {}), str(sent.request.draft): number}
    return redirect("eservices:sent", number)


def _already_sent(request: HttpRequest) -> HttpResponse | None:
    """The confirmation of what this session sent from the same page, pressed once more."""
    number = request.session.get(_SENT, {}).get(request.POST.get("draft", ""))
    return redirect("eservices:sent", number) if number else None
