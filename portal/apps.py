from django.apps import AppConfig
from django.core.cache import cache
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate


class PortalConfig(AppConfig):
    """Assembly: settings, addresses, the frame around every page."""

    name = "portal"
    verbose_name = "Portail"

    def ready(self):
        from portal.checks import no_demo_accounts

        register(no_demo_accounts, Tags.security)
        post_migrate.connect(_forget, sender=self, dispatch_uid="parvis-forget")


def _forget(**_) -> None:
    """Empty the cache at the end of `migrate`: another version, or another database, wrote what it holds."""
    cache.clear()
