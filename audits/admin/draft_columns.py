"""The state of drafts in lists of pages."""

from wagtail.admin.ui.tables import BaseColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView

from audits.admin.draft_states import states_of


class DraftStateColumn(BaseColumn):
    """What is known of each draft, read for all the rows at once."""

    cell_template_name = "audits/admin/draft_state_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        table = parent_context["table"]
        if not hasattr(table, "draft_states"):
            table.draft_states = states_of(table.data)
        context["state"] = table.draft_states[instance.pk]
        return context


EXPLORER_COLUMNS = [
    *ExplorableIndexView.base_columns,
    DraftStateColumn("accessibility", label="Accessibilité", width="12%"),
]
