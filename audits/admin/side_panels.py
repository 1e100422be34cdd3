"""The panels beside the page's editor: what the gate says of the draft, before Wagtail's own hints."""

from django.middleware.csrf import get_token
from django.urls import reverse
from wagtail import hooks
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel, ChecksSidePanel
from wagtail.models import Page

from audits.admin.defects import defects_of
from audits.admin.draft_states import DraftState, state_of


class AccessibilitySidePanel(BaseSidePanel):
    """What would be refused of the saved draft, and a button that checks it."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        icon_name = "circle-check"
        counter_classname = "w-bg-critical-200"

        @property
        def aria_label(self) -> str:
            return f"Accessibilité du brouillon\u00a0: {self.panel.state.label}"

        def get_context_data(self, parent_context):
            return super().get_context_data(parent_context) | {"count": self.panel.state.to_mend}

    name = "accessibility"
    title = "Accessibilité"
    template_name = "audits/admin/draft_panel.html"
    order = 200

    def __init__(self, object, request):
        super().__init__(object, request)
        self.state = state_of(object)

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        address = reverse("draft_check", args=[self.object.pk])
        context |= {"check_address": address, "csrf_token": get_token(self.request)}
        return context | draft_result(self.state, self.object, self.request.user)


class PartialChecksSidePanel(ChecksSidePanel):
    """Wagtail's hints, which say that they are not the gate's verdict."""

    title = "Indices de Wagtail (partiels)"
    template_name = "audits/admin/partial_checks.html"


def draft_result(state: DraftState, draft: Page, user, *, editor: str = "") -> dict:
    """What the template of a draft's verdict shows."""
    defects = defects_of(state.verdict, draft, user, editor=editor) if state.verdict else []
    return {"state": state, "defects": defects}


def with_accessibility(panels: MediaContainer, page: Page, request) -> MediaContainer:
    """The panels of the editor, ours among them, and those that the hook `page_side_panels` adds.

    The hook is given the page and the request, and returns panels.
    """
    ours = [
        PartialChecksSidePanel(panel.object, panel.request) if type(panel) is ChecksSidePanel else panel
        for panel in panels
    ]
    others = [panel for add in hooks.get_hooks("page_side_panels") for panel in add(page, request)]
    return MediaContainer([*ours, AccessibilitySidePanel(page, request), *others])
