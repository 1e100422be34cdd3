"""« Publier en urgence »: the last draft of a page goes online at once, by who may; listed until it is mended."""

import django_filters
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.models import Page

from audits.admin.decision_forms import UrgentForm
from audits.admin.decision_views import DecisionFormView, DecisionIndexView, DecisionViewSet
from audits.decisions.errors import DecisionError
from audits.gate.urgent import may_publish_urgently, publish_urgently
from audits.models import UrgentPublication
from audits.people import name_of


class UrgentMenuItem(ActionMenuItem):
    """In the actions of a page that exists, for who has the permission."""

    label = "Publier en urgence"
    name = "action-publish-urgently"
    icon_name = "warning"

    def is_shown(self, context) -> bool:
        page = context.get("page")
        return (
            super().is_shown(context)
            and context["view"] == "edit"
            and page is not None
            and may_publish_urgently(context["request"].user, page)
        )

    def get_url(self, parent_context) -> str:
        return reverse("urgent_publications:new", args=[parent_context["page"].pk])


class UrgentNewView(DecisionFormView):
    """Asks for the reason, and publishes the draft that was shown."""

    page_title = "Publier en urgence"
    header_icon = "warning"
    form_class = UrgentForm
    submit_label = "Publier maintenant"
    nothing_done = "La page n’est pas publiée."
    intro = (
        "Le dernier brouillon enregistré sera en ligne tout de suite, sans attendre la vérification de "
        "l’accessibilité. Elle se fait juste après\u00a0: s’il a des défauts, le référent accessibilité et vous êtes "
        "prévenus jusqu’à leur correction. Votre décision est gardée dans l’historique de la page."
    )

    def dispatch(self, request, *args, **kwargs):
        if not may_publish_urgently(request.user, self.page):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def page(self) -> Page:
        return get_object_or_404(Page, pk=self.kwargs["page"]).specific

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title()

    def get_initial(self):
        return {"revision": self.page.latest_revision_id}

    def get_breadcrumbs_items(self):
        return self.crumbs((self.get_success_url(), self.get_page_subtitle()), ("", self.page_title))

    def get_success_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"draft": self.page.latest_revision}

    def decide(self, form: UrgentForm) -> str:
        revision = self.page.latest_revision
        if revision is None or form.cleaned_data["revision"] != revision.pk:
            raise DecisionError(
                "Le brouillon a changé depuis que cette page est ouverte\u00a0: relisez-le, puis recommencez."
            )
        try:
            publish_urgently(revision, self.request.user, form.cleaned_data["reason"])
        except ValidationError as error:
            raise DecisionError(" ".join(error.messages)) from error
        return f"La page «\u00a0{self.get_page_subtitle()}\u00a0» est en ligne. Elle va être vérifiée."


class UrgentFilters(WagtailFilterSet):
    """What is still to be mended."""

    to_mend = django_filters.BooleanFilter(
        label="À corriger ou à vérifier",
        method="filter_to_mend",
        widget=django_filters.widgets.BooleanWidget(),
    )

    class Meta:
        model = UrgentPublication
        fields = ["to_mend"]

    def filter_to_mend(self, queryset: QuerySet, name: str, value: bool) -> QuerySet:
        return queryset.filter(mended_at__isnull=value)


class UrgentIndexView(DecisionIndexView):
    """The urgent publications, the latest first."""

    default_ordering = "-published_at"

    def get_base_queryset(self) -> QuerySet[UrgentPublication]:
        return UrgentPublication.objects.exclude(published_at=None).select_related("page", "user")

    def get_page_subtitle(self) -> str:
        count = self.get_base_queryset().filter(mended_at=None).count()
        return f"{count} à corriger ou à vérifier" if count else "aucune à corriger"

    @cached_property
    def no_results_message(self) -> str:
        filtered = self.is_filtering or self.is_searching
        return "Aucune publication ne correspond." if filtered else "Aucune page n’a été publiée en urgence."


class UrgentViewSet(DecisionViewSet):
    """Where urgent publications are made and listed."""

    model = UrgentPublication
    name = "urgent_publications"
    url_prefix = "publications-en-urgence"
    icon = "warning"
    menu_label = "Publications en urgence"
    index_view_class = UrgentIndexView
    filterset_class = UrgentFilters
    search_fields = ["reason", "page__title"]
    list_display = [
        TitleColumn(
            "page",
            label="Page",
            accessor=lambda row: row.page.get_admin_display_title(),
            get_url=lambda row: reverse("wagtailadmin_pages:history", args=[row.page_id]),
        ),
        StatusTagColumn("state", label="État", accessor="state", primary=lambda row: not row.mended_at),
        Column("user", label="Par", accessor=lambda row: name_of(row.user)),
        Column("reason", label="Raison"),
        DateColumn("published_at", label="Publiée", sort_key="published_at"),
    ]
    own_urls = (("page/<int:page>/", UrgentNewView, "new"),)
