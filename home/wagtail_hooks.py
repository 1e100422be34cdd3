"""Where Wagtail's administration meets the editorial pages."""

from wagtail import hooks

from home.admin.contact_messages import ContactMessageViewSet


@hooks.register("register_admin_viewset")
def register_contact_messages():
    """Show the messages that residents wrote."""
    return ContactMessageViewSet()
