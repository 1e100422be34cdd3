"""The check of a saved draft, asked by somebody who edits it."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from audits.admin.draft_states import DraftState, Kind, state_of, state_with
from audits.admin.side_panels import draft_result
from audits.gate.draft_checks import check_draft
from audits.gate.errors import VerdictUnavailable


class DraftCheckView(WagtailAdminTemplateMixin, TemplateView):
    """What is known of a draft; asked by POST, what the gate says of it now.

    With `fragment` in the address, the answer is only what the editor's panel shows.
    """

    template_name = "audits/admin/draft_check.html"
    page_title = "Accessibilité du brouillon"
    header_icon = "circle-check"

    def dispatch(self, request, page_id: int):
        self.page = get_object_or_404(Page, pk=page_id)
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request)

    def get_page_subtitle(self):
        return self.page.get_admin_display_title()

    def get_breadcrumbs_items(self):
        editor = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [
            *self.breadcrumbs_items,
            {"url": editor, "label": self.get_page_subtitle()},
            {"url": "", "label": self.page_title},
        ]

    def get(self, request):
        return self._answer(state_of(self.page))

    def post(self, request):
        try:
            state = state_with(check_draft(self.page), self.page)
        except VerdictUnavailable as error:
            state = DraftState(Kind.UNAVAILABLE, reason=error.reason)
        return self._answer(state)

    def _answer(self, state: DraftState):
        editor = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        is_fragment = "fragment" in self.request.GET
        draft = self.page.get_latest_revision_as_object()
        result = draft_result(state, draft, self.request.user, editor="" if is_fragment else editor)
        if is_fragment:
            return render(self.request, "audits/admin/draft_result.html", result)
        return self.render_to_response(self.get_context_data(editor=editor, **result))
