"""Laissez-passer and dérogations in the administration: granted where the defect is met, listed, withdrawn."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.permission_policies import ModelPermissionPolicy

from audits.admin.audit_access import Allowed
from audits.admin.decision_forms import DerogationForm, LaissezPasserForm, WhyForm
from audits.admin.decision_views import DecisionFormView, DecisionIndexView, DecisionViewSet, OfRefusedFinding
from audits.decisions import actions
from audits.decisions.queries import ending_soon
from audits.models import Derogation, LaissezPasser
from audits.models.let_through import LetThrough


class LetThroughFilters(WagtailFilterSet):
    """Those in force, those that end soon, those that are over."""

    state = django_filters.ChoiceFilter(label="État", method="filter_state")

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        e = self._meta.model.FEMININE
        self.filters["state"].extra["choices"] = [
            ("soon", f"bientôt échu{e}s"),
            ("in_force", "en vigueur"),
            ("over", f"échu{e}s ou retiré{e}s"),
        ]

    def filter_state(self, queryset: QuerySet, name: str, value: str) -> QuerySet:
        in_force = Q(withdrawn_at=None, ends_on__gte=timezone.localdate())
        if value == "soon":
            return ending_soon(queryset)
        return queryset.filter(in_force if value == "in_force" else ~in_force)


class LaissezPasserFilters(LetThroughFilters):
    class Meta:
        model = LaissezPasser
        fields = ["state"]


class DerogationFilters(LetThroughFilters):
    class Meta:
        model = Derogation
        fields = ["state"]


class LetThroughIndexView(DecisionIndexView):
    """The let-throughs, the first to end first."""

    default_ordering = "ends_on"

    def get_base_queryset(self) -> QuerySet[LetThrough]:
        return self.model.objects.select_related("page", "user")

    def get_page_subtitle(self) -> str:
        count, e = ending_soon(self.model.objects.all()).count(), self.model.FEMININE
        return f"{count} bientôt échu{e}{'s' if count > 1 else ''}" if count else f"aucun{e} bientôt échu{e}"

    @cached_property
    def no_results_message(self) -> str:
        name, e = self.model._meta.verbose_name, self.model.FEMININE
        if self.is_filtering or self.is_searching:
            return f"Aucun{e} {name} ne correspond."
        return f"Aucun{e} {name} n’a été accordé{e}."


class LetThroughNewView(OfRefusedFinding):
    """Grants one, to who has the permission for this kind."""

    def dispatch(self, request, *args, **kwargs):
        if not ModelPermissionPolicy(self.model).user_has_permission(request.user, "add"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def model(self) -> type[LetThrough]:
        return self.form_class._meta.model

    def get_breadcrumbs_items(self):
        return self.crumbs((self.get_success_url(), self.plural), ("", self.page_title))

    def get_success_url(self) -> str:
        return reverse(f"{self.names}:index")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if not self.refused.blocks:
            context |= {"form": None, "intro": "", "notice": actions.NOT_BLOCKING}
        return context

    def decide(self, form) -> str:
        granted = actions.grant(form.save(commit=False), self.refused, self.request.user)
        return f"{granted} jusqu’au {granted.ends_on:%d/%m/%Y}. La page peut être publiée avec cet élément."


class LaissezPasserNewView(LetThroughNewView):
    form_class = LaissezPasserForm
    page_title = "Accorder un laissez-passer"
    plural, names = "Laissez-passer", "laissez_passer"
    submit_label = "Accorder le laissez-passer"
    intro = (
        "La page pourra être publiée avec cet élément jusqu’au jour que vous choisissez. Ses critères restent non "
        "conformes, et la déclaration d’accessibilité le dit."
    )


class DerogationNewView(LetThroughNewView):
    form_class = DerogationForm
    page_title = "Accorder une dérogation"
    plural, names = "Dérogations", "derogations"
    submit_label = "Accorder la dérogation"
    intro = (
        "Une dérogation est une décision juridique\u00a0: rendre ce contenu accessible serait une charge "
        "disproportionnée. La déclaration d’accessibilité publie vos réponses."
    )


class _LetThroughDetailView(Allowed, DecisionFormView):
    """What was granted and why; who may grant one may withdraw it."""

    form_class = WhyForm

    @cached_property
    def granted(self) -> LetThrough:
        return get_object_or_404(self.model.objects.select_related("page", "user"), pk=self.kwargs["pk"])

    @cached_property
    def may_withdraw(self) -> bool:
        return self.permission_policy.user_has_permission(self.request.user, "add")

    def post(self, request, *args, **kwargs):
        if not self.may_withdraw:
            raise PermissionDenied
        return super().post(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return str(self.granted)

    def get_page_subtitle(self) -> str:
        return self.granted.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        return self.crumbs((self.get_success_url(), self.plural), ("", str(self.granted)))

    def get_success_url(self) -> str:
        return reverse(f"{self.names}:index")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"label": "Pourquoi y mettre fin"}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs) | {"granted": self.granted, "finding": self.granted.finding}
        if not (self.may_withdraw and self.granted.is_in_force):
            context["form"] = None
        return context

    def decide(self, form: WhyForm) -> str:
        actions.withdraw(self.granted, self.request.user, form.cleaned_data["why"])
        return f"{self.granted}\u00a0: retrait enregistré."


class LaissezPasserDetailView(_LetThroughDetailView):
    model = LaissezPasser
    permission_policy = ModelPermissionPolicy(LaissezPasser)
    plural, names = "Laissez-passer", "laissez_passer"
    submit_label = "Retirer le laissez-passer"


class DerogationDetailView(_LetThroughDetailView):
    model = Derogation
    permission_policy = ModelPermissionPolicy(Derogation)
    plural, names = "Dérogations", "derogations"
    submit_label = "Retirer la dérogation"


def _columns(label: str, url_name: str) -> list[Column]:
    return [
        TitleColumn("granted", label=label, accessor=str, url_name=url_name, sort_key="pk"),
        StatusTagColumn("state", label="État", accessor="state", primary=lambda granted: granted.ends_soon),
        Column("ends_on", label="Dernier jour", accessor=lambda row: f"{row.ends_on:%d/%m/%Y}", sort_key="ends_on"),
        Column("page", label="Page", accessor=lambda row: row.page.get_admin_display_title()),
        Column("message", label="Défaut"),
    ]


class LaissezPasserViewSet(DecisionViewSet):
    """Where laissez-passer are."""

    model = LaissezPasser
    name = "laissez_passer"
    url_prefix = "laissez-passer"
    icon = "key"
    menu_label = "Laissez-passer"
    index_view_class = LetThroughIndexView
    filterset_class = LaissezPasserFilters
    search_fields = ["rule", "reason", "page__title"]
    list_display = _columns("Laissez-passer", "laissez_passer:detail")
    own_urls = (
        ("<int:pk>/", LaissezPasserDetailView, "detail"),
        ("nouveau/<int:page>/<int:verdict>/<int:position>/", LaissezPasserNewView, "new"),
    )


class DerogationViewSet(DecisionViewSet):
    """Where dérogations are."""

    model = Derogation
    name = "derogations"
    url_prefix = "derogations"
    icon = "clipboard-list"
    menu_label = "Dérogations"
    index_view_class = LetThroughIndexView
    filterset_class = DerogationFilters
    search_fields = ["rule", "content", "reasoning", "page__title"]
    list_display = _columns("Dérogation", "derogations:detail")
    own_urls = (
        ("<int:pk>/", DerogationDetailView, "detail"),
        ("nouvelle/<int:page>/<int:verdict>/<int:position>/", DerogationNewView, "new"),
    )
