"""Wagtail's actions that save a page and publish it in one transaction, in which nothing can be judged.

Behind the gate the page is saved first, as a draft, and published after. A refusal so reaches the caller, and leaves
the draft whole.
"""

from functools import wraps

from wagtail.actions.create import CreateAction
from wagtail.actions.edit import EditAction
from wagtail.models import Page


def install() -> None:
    """Put the gate around both actions. Every caller holds these very classes, or classes made of them."""
    for action in (CreateAction, EditAction):
        if not getattr(action.execute, "is_gated", False):
            action.execute = _draft_first(action.execute)


def _draft_first(execute):
    @wraps(execute)
    def gated_execute(self, skip_permission_checks=False):
        if not (self.publish and isinstance(self.instance, Page)):
            return execute(self, skip_permission_checks=skip_permission_checks)
        self.check(skip_permission_checks=skip_permission_checks)
        # While it is still to be published: a draft may leave out what a live page may not.
        self._clean_instance()
        self.publish = False
        try:
            page = execute(self, skip_permission_checks=skip_permission_checks)
        finally:
            self.publish = True
        self.revision.publish(
            user=self.user,
            changed=getattr(self, "content_changed", True),
            previous_revision=getattr(self, "previous_revision", None),
            skip_permission_checks=skip_permission_checks,
        )
        return page

    gated_execute.is_gated = True
    return gated_execute
