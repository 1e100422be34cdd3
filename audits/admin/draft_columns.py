"""The state of drafts in lists of pages."""

from wagtail.admin.ui.tables.pages import PageStatusColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView

from audits.admin.draft_states import states_of


class DraftStateColumn(PageStatusColumn):
    """Whether each page is online, and what is known of its draft, read for all the rows at once.

    One column says both: another one would leave no room for titles on a narrow screen.
    """

    cell_template_name = "audits/admin/draft_state_cell.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        table = parent_context["table"]
        if not hasattr(table, "draft_states"):
            table.draft_states = states_of(table.data)
        context["state"] = table.draft_states[instance.pk]
        return context


EXPLORER_COLUMNS = [
    DraftStateColumn(column.name, label=column.label, sort_key=column.sort_key, width="12%")
    if isinstance(column, PageStatusColumn)
    else column
    for column in ExplorableIndexView.base_columns
]
