"""Registers the engine's Django side and closes the gate."""

from django.apps import AppConfig
from django.core import checks
from django.db.models.signals import post_migrate


class AuditsConfig(AppConfig):
    """Audits and the gate that keeps what breaks the RGAA offline."""

    name = "audits"
    verbose_name = "Accessibilité"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Install every layer of the gate; none of them has a switch."""
        from audits.drift import publications
        from audits.gate import copies, guards, publish_action, save_actions
        from audits.gate.checks import check_gate
        from audits.shared import replaced

        checks.register(check_gate, "parvis")
        publish_action.install()
        copies.install()
        save_actions.install()
        guards.install()
        publications.install()
        replaced.install()
        post_migrate.connect(_install_triggers, dispatch_uid="parvis-triggers")


def _install_triggers(using, **_) -> None:
    from audits.gate import triggers

    triggers.install(using)
