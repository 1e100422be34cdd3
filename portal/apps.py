from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Assembly: settings, addresses, the frame around every page."""

    name = "portal"
    verbose_name = "Portail"

    def ready(self):
        pass  # registers the checks
