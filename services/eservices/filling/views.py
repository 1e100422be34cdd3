"""The pages of a form: its steps, one by one, and going on later."""

from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from services.eservices.catalogue import find_shown
from services.eservices.files.names import ACCEPTED
from services.eservices.filling import session
from services.eservices.filling.actions import (
    AlreadySent,
    NotOpen,
    discard_draft,
    renew_token,
    send_resume_link,
    start_draft,
)
from services.eservices.filling.forms import ResumeForm
from services.eservices.filling.progress import progress
from services.eservices.filling.queries import CheckedStep, Filling, draft_of_token
from services.eservices.filling.sent_step import take_step
from services.eservices.filling.step_form import StepForm
from services.eservices.wording import file_size
from services.limits import is_too_often

MOST_STARTS, MOST_LINKS, MOST_SAVES, HOUR = 30, 6, 600, 3600
_TOO_MANY = "Vous avez demandé plusieurs liens en peu de temps. Réessayez dans une heure."


def with_filling(view):
    """Give the view what this session is filling in; without it, lead back to the introduction."""

    @wraps(view)
    @never_cache
    def found(request: HttpRequest, slug: str, **kwargs) -> HttpResponse:
        eservice = find_shown(request, slug)
        draft = session.draft_held(request, eservice)
        if draft is None or not eservice.is_open:
            return redirect(f"{eservice.get_absolute_url()}?perdu=1")
        return view(request, Filling(draft), **kwargs)

    return found


@never_cache
def start(request: HttpRequest, slug: str) -> HttpResponse:
    """Begin, or go on with what this session holds, unless it is asked to begin again.

    Whoever only comes to the address, by a bookmark or the back button, is led to the introduction.
    """
    eservice = find_shown(request, slug)
    if request.method != "POST":
        return redirect(eservice)
    draft = session.draft_held(request, eservice)
    if draft and "recommencer" in request.POST:
        discard_draft(draft)
        draft = None
    if draft is None:
        if is_too_often(request, "eservice-start", most=MOST_STARTS, seconds=HOUR):
            return render(request, "eservices/too_often.html", {"eservice": eservice}, status=429)
        try:
            draft, token = start_draft(eservice, request.user if request.user.is_authenticated else None)
        except NotOpen:
            return redirect(eservice)
        session.hold(request, eservice, token)
    return _go_on(Filling(draft))


def _go_on(filling: Filling) -> HttpResponse:
    """To the first step that lacks something, else to the review."""
    incomplete = filling.first_incomplete()
    slug = filling.eservice.slug
    if incomplete is None:
        return redirect("eservices:review", slug)
    return redirect("eservices:step", slug, incomplete.step.key)


@with_filling
def step(request: HttpRequest, filling: Filling, key: str) -> HttpResponse:
    """One step: shown with what was typed before, or saved. What is wrong is said on it, and nothing is lost."""
    checked = filling.step(key)
    if checked is None or not _may_open(filling, checked):
        return _go_on(filling)
    if request.method != "POST":
        return _show(request, filling, checked, {})
    if is_too_often(request, "eservice-save", most=MOST_SAVES, seconds=HOUR):
        return render(request, "eservices/too_often.html", {"eservice": filling.eservice}, status=429)
    try:
        taken = take_step(request, filling, checked.step)
    except AlreadySent:
        return redirect("eservices:find")
    filling = Filling(filling.draft)
    checked = filling.step(key)
    if checked is None:
        return _go_on(filling)
    if taken.line_added:
        return redirect(f"{reverse('eservices:step', args=[filling.eservice.slug, key])}#q-{taken.line_added}")
    new = [question for question in checked.step.questions if question.key not in taken.shown]
    mistakes = _to_say(checked, {question.key for question in new}) | taken.refused
    if mistakes or new:
        return _show(request, filling, checked, mistakes, new_questions=len(new))
    return _after(request, filling, checked)


def _may_open(filling: Filling, checked: CheckedStep) -> bool:
    """A step is open once all that come before it are complete."""
    incomplete = filling.first_incomplete()
    keys = [one.step.key for one in filling.steps]
    return incomplete is None or keys.index(checked.step.key) <= keys.index(incomplete.step.key)


def _to_say(checked: CheckedStep, unseen: set[str]) -> dict[str, str]:
    """The mistakes of a step, without those of questions that were not on the page yet."""
    return {name: said for name, said in checked.mistakes.items() if name.partition("-")[0] not in unseen}


def _after(request: HttpRequest, filling: Filling, checked: CheckedStep) -> HttpResponse:
    """The next step; the review for who comes from there and lacks nothing."""
    if "revoir" in request.POST and filling.first_incomplete() is None:
        return redirect("eservices:review", filling.eservice.slug)
    keys = [one.step.key for one in filling.steps]
    after = keys[keys.index(checked.step.key) + 1 :]
    if after:
        return redirect("eservices:step", filling.eservice.slug, after[0])
    return redirect("eservices:review", filling.eservice.slug)


def _show(
    request: HttpRequest, filling: Filling, checked: CheckedStep, mistakes: dict[str, str], new_questions: int = 0
) -> HttpResponse:
    keys = [one.step.key for one in filling.steps]
    place = keys.index(checked.step.key)
    context = {
        "eservice": filling.eservice,
        "step": checked.step,
        "form": StepForm(filling, checked, mistakes),
        "progress": progress(filling.steps, checked.step.key),
        "previous": keys[place - 1] if place else "",
        "new_questions": new_questions,
        "slot_taken": "pris" in request.GET,
        "accepted": ACCEPTED,
        "largest": file_size(settings.PARVIS_LARGEST_ATTACHMENT),
        "reviewing": "revoir" in request.GET or "revoir" in request.POST,
    }
    return render(request, "eservices/step.html", context)


@with_filling
def later(request: HttpRequest, filling: Filling) -> HttpResponse:
    """Send oneself the link to go on with a draft."""
    form = ResumeForm(request.POST if request.method == "POST" else None)
    sent = False
    if request.method == "POST" and form.is_valid():
        if is_too_often(request, "eservice-link", most=MOST_LINKS, seconds=HOUR):
            form.add_error(None, _TOO_MANY)
        else:
            token = session.token_held(request, filling.eservice)
            if draft_of_token(token) != filling.draft:
                token = renew_token(filling.draft)
                session.hold(request, filling.eservice, token)
            send_resume_link(filling.draft, token, form.cleaned_data["email"])
            sent = True
    context = {"eservice": filling.eservice, "form": form, "sent": sent}
    return render(request, "eservices/later.html", context, status=429 if form.non_field_errors() else 200)


@never_cache
def resume(request: HttpRequest, token: str) -> HttpResponse:
    """Open the draft of a link that came by e-mail, in this session."""
    draft = draft_of_token(token)
    if draft is None or not draft.eservice.is_open:
        return render(request, "eservices/link_over.html", {"what": "brouillon"}, status=404)
    session.hold(request, draft.eservice, token)
    return _go_on(Filling(draft))
