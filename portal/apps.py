from django.apps import AppConfig
from django.core.checks import Tags, register


class PortalConfig(AppConfig):
    """Assembly: settings, addresses, the frame around every page."""

    name = "portal"
    verbose_name = "Portail"

    def ready(self):
        from portal.checks import no_demo_accounts

        register(no_demo_accounts, Tags.security)
