from django.apps import AppConfig


class AuditsConfig(AppConfig):
    """Audits and the gate that keeps what breaks the RGAA offline."""

    name = "audits"
    verbose_name = "Accessibilité"
    default_auto_field = "django.db.models.BigAutoField"
