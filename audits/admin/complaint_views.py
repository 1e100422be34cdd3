"""The register of accessibility reports: what is due, what is late, what was answered."""

import django_filters
from django.contrib.auth.models import Permission
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Site
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from audits.models import AccessibilityComplaint

State = AccessibilityComplaint.State


class _WrittenByOthers(ModelPermissionPolicy):
    """Reports come from the public form and leave when they are too old: nobody adds or deletes one by hand."""

    def user_has_permission(self, user, action) -> bool:
        return action in ("view", "change") and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


register_permission_policy(AccessibilityComplaint, _WrittenByOthers(AccessibilityComplaint))


class ComplaintFilters(WagtailFilterSet):
    """By state, by site, and those that are late."""

    state = django_filters.ChoiceFilter(label="État", choices=State.choices)
    late = django_filters.BooleanFilter(
        label="En retard", method="filter_late", widget=django_filters.widgets.BooleanWidget()
    )
    site = django_filters.ModelChoiceFilter(label="Site", queryset=Site.objects.all())

    class Meta:
        model = AccessibilityComplaint
        fields = ["state", "late", "site"]

    def filter_late(self, queryset: QuerySet, name: str, value: bool) -> QuerySet:
        last = timezone.localdate() - AccessibilityComplaint.ANSWERED_WITHIN
        late = Q(state=State.RECEIVED, received_at__date__lt=last)
        return queryset.filter(late if value else ~late)


def _when(complaint: AccessibilityComplaint) -> str:
    """The state, and what is late of it."""
    return "en retard" if complaint.is_late else complaint.get_state_display()


class ComplaintIndexView(IndexView):
    """The reports, the latest first."""

    default_ordering = "-received_at"

    def get_base_queryset(self) -> QuerySet[AccessibilityComplaint]:
        oldest = timezone.now() - AccessibilityComplaint.KEPT
        return AccessibilityComplaint.objects.filter(received_at__gt=oldest).select_related("site")


class ComplaintEditView(EditView):
    """One report: what was written, read only, then its state and the officer's note."""

    def save_instance(self) -> AccessibilityComplaint:
        self.form.instance.handled_by = self.request.user
        return super().save_instance()


class ComplaintViewSet(ModelViewSet):
    """Read the reports, say which are answered or closed, note how."""

    model = AccessibilityComplaint
    name = "accessibility_complaints"
    url_prefix = "signalements-accessibilite"
    icon = "glasses"
    menu_label = "Signalements"
    menu_order = 851
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = ComplaintIndexView
    index_template_name = "audits/admin/listing.html"
    edit_view_class = ComplaintEditView
    list_display = [
        TitleColumn(
            "signalement", label="Signalement", accessor=str, url_name="accessibility_complaints:edit", sort_key="pk"
        ),
        StatusTagColumn("state", label="État", accessor=_when, primary=lambda complaint: complaint.is_late),
        Column("due_on", label="À répondre avant le", accessor=lambda complaint: f"{complaint.due_on:%d/%m/%Y}"),
        DateColumn("received_at", label="Reçu", sort_key="received_at"),
        Column("page_address", label="Page", classname="audit-address"),
    ]
    filterset_class = ComplaintFilters
    search_fields = ["page_address", "what", "email", "note"]
    search_backend_name = None
    list_per_page = 30
    panels = [
        HelpPanel(
            "<p>Répondez à la personne par courriel sous sept jours, puis notez ici ce qui a été fait. Le signalement "
            "et l’adresse de la personne sont effacés un an après la réception.</p>"
        ),
        MultiFieldPanel(
            [FieldPanel(name, read_only=True) for name in ("page_address", "what", "tools", "email")],
            heading="Ce que la personne a écrit",
        ),
        FieldPanel("state"),
        FieldPanel("note"),
    ]


def complaint_permissions() -> QuerySet[Permission]:
    """The permissions of reports and of the statement that a group can be given."""
    return Permission.objects.filter(
        content_type__app_label="audits", content_type__model__in=["accessibilitycomplaint", "accessibilitystatement"]
    )
