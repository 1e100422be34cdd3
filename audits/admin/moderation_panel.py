"""On the home page of the administration: the pages to approve, with what is known of each draft."""

from wagtail.admin.views.home import WorkflowObjectsToModeratePanel
from wagtail.models import Page

from audits.admin.draft_states import states_of


class ModerationPanel(WorkflowObjectsToModeratePanel):
    """Wagtail's list of what awaits somebody's approval, and the state of each page's draft."""

    template_name = "audits/admin/moderation_panel.html"

    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        pages = [state["obj"] for state in context["states"] if isinstance(state["obj"], Page)]
        states = states_of(pages)
        context["drafts"] = [(page, states[page.pk]) for page in pages]
        return context


def with_draft_states(request, panels) -> None:
    """Put our list in the place of Wagtail's."""
    for position, panel in enumerate(panels):
        if type(panel) is WorkflowObjectsToModeratePanel:
            panels[position] = ModerationPanel()
