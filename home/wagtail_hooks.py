"""Where Wagtail's administration meets the editorial pages."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from home.admin.contact_messages import ContactMessageViewSet
from home.admin.procedure_lists import ProcedureListsGroup

register_snippet(ProcedureListsGroup)


@hooks.register("register_admin_viewset")
def register_contact_messages():
    """Show the messages that residents wrote."""
    return ContactMessageViewSet()
