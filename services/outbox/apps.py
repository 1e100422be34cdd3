from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """Mail that is never lost: written with what it speaks of, sent afterwards, tried again."""

    name = "services.outbox"
    label = "outbox"
    verbose_name = "Courriels"
    default_auto_field = "django.db.models.BigAutoField"
