"""What the démarches add to the administration."""

from wagtail import hooks

from services.eservices.desk.queue_views import RequestViewSet


@hooks.register("register_admin_viewset")
def register_desk():
    """Show agents the requests of their departments."""
    return RequestViewSet()
