"""One request before an agent: all that was said and done, and a screen for each thing to do about it."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from audits.people import name_of
from services.eservices.desk.access import open_request
from services.eservices.desk.acts import ACTS, Act, acts_on
from services.eservices.desk.policy import policy
from services.eservices.desk.queries import requests_for
from services.eservices.desk.wording import state_in_words
from services.eservices.models import Request
from services.eservices.states import WrongState
from services.eservices.wording import day, moment

PLURAL = "Demandes"
_CHANGED = (
    "Rien n’est fait\u00a0: la demande a changé pendant que vous écriviez. Votre texte est encore dans le formulaire, "
    "copiez-le si vous en avez besoin."
)


class _OfOneRequest(PermissionCheckedMixin, WagtailAdminTemplateMixin):
    """A view of a request of one's own departments: another's is not there."""

    permission_policy = policy
    permission_required = "view"
    header_icon = "form"

    @cached_property
    def demand(self) -> Request:
        return get_object_or_404(requests_for(self.request.user), pk=self.kwargs["pk"])

    def get_page_subtitle(self) -> str:
        return self.demand.eservice.title

    def crumbs(self, *items: tuple[str, str]) -> list[dict[str, str]]:
        """The way from the administration's home: pairs of address and label, the last without address."""
        return [*WagtailAdminTemplateMixin.breadcrumbs_items, *({"url": url, "label": label} for url, label in items)]


class RequestView(_OfOneRequest, TemplateView):
    """What was asked, said and done. Opening it is noted."""

    template_name = "eservices/desk/request.html"

    def get_page_title(self) -> str:
        return f"Demande {self.demand.number}"

    def get_breadcrumbs_items(self):
        return self.crumbs((reverse("eservice_requests:index"), PLURAL), ("", self.demand.number))

    def get_context_data(self, **kwargs):
        demand = open_request(self.demand, self.request.user)
        files = list(demand.attachments.all())
        events = demand.events.select_related("by")
        return super().get_context_data(**kwargs) | {
            "demand": demand,
            "acts": acts_on(demand),
            "facts": _facts(demand),
            "conversation": demand.messages.select_related("author").prefetch_related("attachments"),
            "files": [file for file in files if file.message_id is None and not file.is_decision],
            "decision_files": [file for file in files if file.is_decision],
            "asked": demand.asked_documents.filter(given_at=None),
            "history": [_line(event) for event in events],
        }


def _facts(demand: Request) -> list[tuple[str, str]]:
    facts = [
        ("État", state_in_words(demand)),
        ("Reçue le", moment(demand.received_at)),
        ("Réponse annoncée pour le", day(demand.answer_on) if demand.is_open else ""),
        ("Silence valant décision le", day(demand.silence_on) if demand.silence_on else ""),
        ("Adresse électronique", demand.email or "aucune"),
        ("Créneau", str(demand.slot) if demand.slot_id else ""),
        ("Agent", name_of(demand.assigned_to) or "personne"),
        ("Close le", moment(demand.closed_at) if demand.closed_at else ""),
    ]
    return [(label, value) for label, value in facts if value]


def _line(event) -> dict[str, str]:
    """An event as the history shows it: who, when, and what is for agents alone."""
    return {
        "when": moment(event.at),
        "title": event.title if event.shown else f"{event.title} (entre agents)",
        "text": event.text,
        "by": name_of(event.by),
    }


class ActView(_OfOneRequest, FormView):
    """One action: what it asks, then done, and back to the request. What refuses it is said, nothing typed is lost."""

    template_name = "eservices/desk/act.html"

    @cached_property
    def act(self) -> Act:
        found = next((act for act in ACTS if act.key == self.kwargs["act"]), None)
        if found is None:
            raise Http404
        return found

    def get_form_class(self):
        return self.act.form

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"demand": self.demand, "agent": self.request.user}

    def get_page_title(self) -> str:
        return self.act.label

    def get_page_subtitle(self) -> str:
        return f"{self.demand.number}, {self.demand.eservice.title}"

    def get_breadcrumbs_items(self):
        here = (self.get_success_url(), self.demand.number)
        return self.crumbs((reverse("eservice_requests:index"), PLURAL), here, ("", self.act.label))

    def get_success_url(self) -> str:
        return reverse("eservice_requests:request", args=[self.demand.pk])

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "act": self.act,
            "is_possible": self.act.is_possible(self.demand),
            "submit_label": self.act.label,
            "back": self.get_success_url(),
        }

    def form_valid(self, form):
        try:
            self.act.do(self.demand, self.request.user, form.cleaned_data)
        except WrongState:
            messages.error(self.request, _CHANGED)
            return self.render_to_response(self.get_context_data(form=form), status=409)
        messages.success(self.request, self.act.done)
        return super().form_valid(form)

    def form_invalid(self, form):
        messages.error(self.request, "Rien n’est fait. Corrigez ce que le formulaire signale.")
        return super().form_invalid(form)
