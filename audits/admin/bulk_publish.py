"""Publishing several pages at once: all are judged before the transaction opens; a refused one stops nobody."""

from django.utils.html import format_html, format_html_join
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction

from audits.gate.errors import GateError
from audits.gate.publish_action import verdict_for


class GatedPublishBulkAction(PublishBulkAction):
    """Wagtail's bulk publication behind the gate."""

    refused: dict[int, str]

    def prepare_action(self, objects, objects_without_access):
        """Judge every page that would go live, descendants included, and set the refused ones aside."""
        self.refused = {}
        titles = []
        for page in self._all_pages(objects):
            revision = page.get_latest_revision() or page.specific.save_revision(user=self.request.user)
            try:
                verdict_for(revision.as_object(), user=self.request.user, revision=revision, door="bulk")
            except GateError as error:
                self.refused[page.pk] = error.text
                titles.append((page.get_admin_display_title(), error.text))
        if titles:
            items = format_html_join("", "<li>{} : {}</li>", titles)
            messages.error(self.request, format_html("Ces pages restent à l’état de brouillon :<ul>{}</ul>", items))
        return super().prepare_action(objects, objects_without_access)

    def get_execution_context(self):
        return {**super().get_execution_context(), "refused": self.refused}

    @classmethod
    def execute_action(cls, objects, include_descendants=False, user=None, refused=(), **kwargs):
        """Publish the pages that were accepted; returns how many, and how many of their descendants."""
        parents = [page for page in objects if page.pk not in refused]
        for page in parents:
            page.get_latest_revision().publish(user=user)
        children = 0
        if include_descendants:
            for page in cls._drafts_under(objects, user):
                if page.pk not in refused:
                    page.get_latest_revision().publish(user=user)
                    children += 1
        return len(parents), children

    def get_success_message(self, num_parent_objects, num_child_objects):
        if not num_parent_objects and not num_child_objects:
            return None
        return super().get_success_message(num_parent_objects, num_child_objects)

    def _all_pages(self, objects):
        pages = {page.pk: page for page in objects}
        if self.cleaned_form.cleaned_data["include_descendants"]:
            pages |= {page.pk: page for page in self._drafts_under(objects, self.request.user)}
        return pages.values()

    @staticmethod
    def _drafts_under(objects, user):
        for parent in objects:
            for page in parent.get_descendants().not_live().specific():
                if user is None or page.permissions_for_user(user).can_publish():
                    yield page
