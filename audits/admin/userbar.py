"""The bar that editors see on the pages of the site: the gate's verdict on the saved draft, then Wagtail's hints."""

from wagtail.admin.userbar import BaseItem, ContentCheckerItem
from wagtail.models import AbstractPage, Page

from audits.admin.draft_states import state_of


class DraftVerdictItem(BaseItem):
    """What is known of the saved draft, for those who may edit it."""

    template_name = "audits/admin/userbar_verdict.html"

    def __init__(self, page: Page) -> None:
        self.page = page

    def render_html(self, parent_context):
        user = parent_context["request"].user
        return super().render_html(parent_context) if self.page.permissions_for_user(user).can_edit() else ""

    def get_context_data(self, parent_context):
        return super().get_context_data(parent_context) | {"state": state_of(self.page), "page": self.page}


class PartialHintsItem(ContentCheckerItem):
    """Wagtail's hints, which say that they are not the verdict of the gate."""

    template_name = "audits/admin/userbar_hints.html"


def add_the_verdict(request, items, page) -> None:
    """Put the verdict before Wagtail's hints, and say that these are partial."""
    for position, item in enumerate(items):
        if isinstance(item, ContentCheckerItem):
            items[position] = PartialHintsItem(in_editor=item.in_editor)
            if isinstance(page, AbstractPage) and page.pk and not item.in_editor:
                items.insert(position, DraftVerdictItem(page))
            break
