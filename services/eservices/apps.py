from django.apps import AppConfig


class EServicesConfig(AppConfig):
    """Démarches en ligne: what a resident asks of the authority, and what becomes of it."""

    name = "services.eservices"
    label = "eservices"
    verbose_name = "Démarches en ligne"
    default_auto_field = "django.db.models.BigAutoField"
