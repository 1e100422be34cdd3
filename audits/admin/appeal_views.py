"""Appeals in the administration: an editor sends one, the officer finds it, sees the evidence and answers."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import View
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.models import Site
from wagtail.permission_policies import ModelPermissionPolicy

from audits.admin.audit_access import Allowed
from audits.admin.decision_forms import AnswerForm, WhyForm
from audits.admin.decision_views import (
    DecisionFormView,
    DecisionIndexView,
    DecisionViewSet,
    OfRefusedFinding,
)
from audits.admin.finding_actions import grants
from audits.decisions import actions
from audits.decisions.errors import DecisionError
from audits.decisions.fixture import fixture_name, fixture_of
from audits.decisions.queries import appeals_of
from audits.models import Appeal
from audits.people import name_of

State = Appeal.State
PLURAL = "Contestations"


class AppealFilters(WagtailFilterSet):
    """By state, and by site."""

    state = django_filters.ChoiceFilter(label="État", choices=State.choices)
    site = django_filters.ModelChoiceFilter(label="Site", queryset=Site.objects.all())

    class Meta:
        model = Appeal
        fields = ["state", "site"]


class AppealIndexView(DecisionIndexView):
    """The appeals, those to answer first."""

    default_ordering = "-created_at"

    def get_base_queryset(self) -> QuerySet[Appeal]:
        return Appeal.objects.select_related("site", "user")

    def get_page_subtitle(self) -> str:
        count = Appeal.objects.filter(state=State.OPEN).count()
        return f"{count} à traiter" if count else "aucune à traiter"

    @cached_property
    def no_results_message(self) -> str:
        return (
            "Aucune contestation ne correspond."
            if self.is_filtering or self.is_searching
            else "Personne n’a encore contesté de défaut."
        )


class AppealNewView(OfRefusedFinding):
    """Whoever may edit the page says why the finding is an error."""

    page_title = "Je pense que c’est une erreur"
    form_class = WhyForm
    submit_label = "Envoyer au référent accessibilité"
    intro = (
        "Le référent accessibilité reçoit votre raison avec l’élément ci-dessous, et vous répond par courriel. D’ici "
        "là, la page ne peut pas être publiée avec cet élément."
    )

    def dispatch(self, request, *args, **kwargs):
        if not self.refused.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        help_text = "Ce que la machine n’a pas compris, ou ce qu’elle ne peut pas savoir."
        return super().get_form_kwargs() | {"label": "Pourquoi c’est une erreur", "help_text": help_text}

    def get_breadcrumbs_items(self):
        return self.crumbs((self.get_success_url(), self.get_page_subtitle()), ("", self.page_title))

    def get_success_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.refused.page.pk])

    def get_context_data(self, **kwargs):
        earlier = list(appeals_of(self.refused.page, self.refused.identity))
        context = super().get_context_data(**kwargs) | {"earlier": earlier}
        if any(appeal.is_open for appeal in earlier) or not self.refused.blocks:
            context |= {"form": None, "intro": ""}
            context["notice"] = "" if self.refused.blocks else actions.NOT_BLOCKING
        return context

    def decide(self, form: WhyForm) -> str:
        actions.send_appeal(self.refused, self.request.user, form.cleaned_data["why"])
        return "Votre contestation est envoyée au référent accessibilité."


class _OfAppeal(Allowed):
    """A view of the appeal whose number is in the address."""

    permission_policy = ModelPermissionPolicy(Appeal)

    @cached_property
    def appeal(self) -> Appeal:
        related = Appeal.objects.select_related("page", "site", "user", "decided_by", "verdict", "revision")
        return get_object_or_404(related, pk=self.kwargs["pk"])

    def get_success_url(self) -> str:
        return reverse("appeals:index")


class AppealDetailView(_OfAppeal, DecisionFormView):
    """The evidence, then what may be decided; the answer, once it is given."""

    form_class = AnswerForm
    submit_label = "Décider et répondre"

    def get_page_title(self) -> str:
        return str(self.appeal)

    def get_page_subtitle(self) -> str:
        return self.appeal.page_title

    def get_breadcrumbs_items(self):
        return self.crumbs((self.get_success_url(), PLURAL), ("", str(self.appeal)))

    @cached_property
    def may_decide(self) -> bool:
        return self.permission_policy.user_has_permission(self.request.user, "change")

    def post(self, request, *args, **kwargs):
        if not self.may_decide:
            raise PermissionDenied
        return super().post(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        appeal, user = self.appeal, self.request.user
        context = super().get_context_data(**kwargs) | {
            "appeal": appeal,
            "finding": appeal.finding,
            "versions": appeal.verdict.versions,
            "may_decide": self.may_decide,
        }
        if appeal.page and appeal.page.permissions_for_user(user).can_edit():
            context["editor"] = reverse("wagtailadmin_pages:edit", args=[appeal.page_id])
        if appeal.is_open and appeal.page_id:
            of_finding = (appeal.page_id, appeal.verdict_id, appeal.position)
            context["grants"] = grants(user, *of_finding, "Accorder plutôt")
        if not appeal.is_open or not self.may_decide:
            context["form"] = None
        return context

    def decide(self, form: AnswerForm) -> str:
        decided = form.decide(self.appeal, self.request.user)
        return f"{decided}\u00a0: {decided.get_state_display()}. La réponse est envoyée."


class AppealUndoView(_OfAppeal, DecisionFormView):
    """Takes back what was overruled or turned into advice."""

    permission_required = "change"
    page_title = "Annuler la décision"
    form_class = WhyForm
    submit_label = "Annuler la décision"

    def get_page_subtitle(self) -> str:
        return str(self.appeal)

    @property
    def intro(self) -> str:
        what = f"la règle {self.appeal.rule} bloquera" if self.appeal.state == State.ADVICE else "cet élément bloquera"
        return (
            f"À la prochaine publication, {what} de nouveau. Ce qui est en ligne y reste. La contestation est à "
            "traiter de nouveau."
        )

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"label": "Pourquoi l’annuler"}

    def get_breadcrumbs_items(self):
        detail = reverse("appeals:detail", args=[self.appeal.pk])
        return self.crumbs((self.get_success_url(), PLURAL), (detail, str(self.appeal)), ("", self.page_title))

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"finding": self.appeal.finding}

    def decide(self, form: WhyForm) -> str:
        actions.undo_decision(self.appeal, self.request.user, form.cleaned_data["why"])
        return "La décision est annulée."


class AppealFixtureView(_OfAppeal, View):
    """The overruled element as a page for the tests of the engine."""

    def get(self, request, pk: int) -> HttpResponse:
        try:
            page = fixture_of(self.appeal)
        except DecisionError as error:
            raise Http404(str(error)) from error
        # As plain bytes: what somebody wrote in a draft is not to run on the administration's site.
        headers = {"Content-Disposition": f'attachment; filename="{fixture_name(self.appeal)}"'}
        return HttpResponse(page, content_type="application/octet-stream", headers=headers)


class AppealViewSet(DecisionViewSet):
    """Where appeals are read and answered."""

    model = Appeal
    name = "appeals"
    url_prefix = "contestations"
    icon = "help"
    menu_label = PLURAL
    index_view_class = AppealIndexView
    filterset_class = AppealFilters
    search_fields = ["page_title", "rule", "reason", "answer"]
    list_display = [
        TitleColumn("contestation", label="Contestation", accessor=str, url_name="appeals:detail", sort_key="pk"),
        StatusTagColumn(
            "state", label="État", accessor="get_state_display", primary=lambda appeal: appeal.is_open, sort_key="state"
        ),
        Column("page_title", label="Page"),
        Column("message", label="Défaut"),
        Column("user", label="Par", accessor=lambda appeal: name_of(appeal.user)),
        DateColumn("created_at", label="Envoyée", sort_key="created_at"),
    ]
    own_urls = (
        ("<int:pk>/", AppealDetailView, "detail"),
        ("<int:pk>/annuler/", AppealUndoView, "undo"),
        ("<int:pk>/element/", AppealFixtureView, "fixture"),
        ("nouvelle/<int:page>/<int:verdict>/<int:position>/", AppealNewView, "new"),
    )
