"""Pages whose drafts may lack what their publication will ask for."""

from wagtail.admin.forms import WagtailAdminPageForm


class UnfinishedDraftForm(WagtailAdminPageForm):
    """Tells the page whether it is only being kept, as Wagtail does for required fields."""

    def _post_clean(self):
        self.instance.is_unfinished = self.is_deferred_validation
        super()._post_clean()


class UnfinishedDraftMixin:
    """Gives a page `is_unfinished`, for its `clean` to ask less of a draft."""

    is_unfinished = False
    base_form_class = UnfinishedDraftForm
