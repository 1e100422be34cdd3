"""What the screens of decisions share: the evidence, a form, the way back, and lists that add nothing by hand."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.functional import cached_property
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Page

from audits.decisions.errors import DecisionError
from audits.decisions.queries import RefusedFinding, refused_finding
from audits.models import Verdict

_MODELS = ("appeal", "laissezpasser", "derogation", "urgentpublication", "gaterules", "documentexemption")


class DecisionIndexView(IndexView):
    """A list of decisions: they are made where the defect is met, not from here."""

    add_url = None
    paginate_by = 30


class DecisionViewSet(ModelViewSet):
    """A list with its filters; each kind of decision adds the screens of its own."""

    index_view_class = DecisionIndexView
    index_template_name = "audits/admin/listing.html"
    search_backend_name = None
    list_per_page = 30
    exclude_form_fields = []
    copy_view_enabled = False

    own_urls: tuple = ()

    def get_urlpatterns(self):
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            *(path(route, view.as_view(), name=name) for route, view, name in self.own_urls),
        ]

    def register_admin_url_finder(self) -> None:
        """Decisions have no edit view."""


class DecisionFormView(WagtailAdminTemplateMixin, FormView):
    """A form under the evidence; what refuses the decision is said, and nothing typed is lost."""

    template_name = "audits/admin/decision.html"
    header_icon = "glasses"
    submit_label = "Enregistrer"
    nothing_done = "Rien n’est enregistré."
    intro: str = ""

    def crumbs(self, *items: tuple[str, str]) -> list[dict[str, str]]:
        """The way from the administration's home: pairs of address and label, the last without address."""
        return [*WagtailAdminTemplateMixin.breadcrumbs_items, *({"url": url, "label": label} for url, label in items)]

    def form_valid(self, form):
        try:
            said = self.decide(form)
        except DecisionError as error:
            messages.error(self.request, f"{self.nothing_done} {error}")
            return self.render_to_response(self.get_context_data(form=form))
        messages.success(self.request, said)
        return super().form_valid(form)

    def form_invalid(self, form):
        messages.error(self.request, f"{self.nothing_done} Corrigez ce que le formulaire signale.")
        return super().form_invalid(form)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "submit_label": self.submit_label,
            "intro": self.intro,
            "back": self.get_success_url(),
        }


class OfRefusedFinding(DecisionFormView):
    """About one finding for which a page was refused, named in the address: page, verdict, position.

    Another page's verdict, or a position that it does not have, leads nowhere.
    """

    @cached_property
    def refused(self) -> RefusedFinding:
        page = get_object_or_404(Page, pk=self.kwargs["page"])
        verdict = get_object_or_404(Verdict, pk=self.kwargs["verdict"])
        found = refused_finding(page, verdict, self.kwargs["position"])
        if found is None:
            raise Http404
        return found

    def get_page_subtitle(self) -> str:
        return self.refused.page.get_admin_display_title()

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "finding": self.refused.finding,
            "versions": self.refused.verdict.versions,
        }


def decision_permissions() -> QuerySet[Permission]:
    """The permissions of decisions that a group can be given."""
    return Permission.objects.filter(content_type__app_label="audits", content_type__model__in=_MODELS)
