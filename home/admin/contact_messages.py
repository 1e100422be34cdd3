"""The messages that residents wrote, in the administration."""

from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel
from wagtail.admin.viewsets.model import ModelViewSet

from home.models import ContactMessage


class ContactMessageFilters(WagtailFilterSet):
    class Meta:
        model = ContactMessage
        fields = {"page": ["exact"], "received_at": ["date"], "answered_at": ["isnull"]}


class ContactMessageViewSet(ModelViewSet):
    """Read the messages, note that one was answered, export them."""

    model = ContactMessage
    name = "contact_messages"
    icon = "mail"
    menu_label = "Messages reçus"
    menu_order = 250
    add_to_admin_menu = True
    inspect_view_enabled = True
    copy_view_enabled = False
    list_display = ["reference", "subject", "name", "received_at", "answered_at"]
    search_fields = ["reference", "name", "email", "subject", "text"]
    search_backend_name = None
    filterset_class = ContactMessageFilters
    ordering = ["-received_at"]
    list_per_page = 30
    list_export = ["reference", "received_at", "subject", "name", "email", "text", "answered_at"]
    inspect_view_fields = ["reference", "received_at", "page", "name", "email", "subject", "text", "answered_at"]
    panels = [
        FieldPanel("name", read_only=True),
        FieldPanel("email", read_only=True),
        FieldPanel("subject", read_only=True),
        FieldPanel("text", read_only=True),
        FieldPanel("answered_at"),
    ]
