from django.apps import AppConfig


class PlainSiteConfig(AppConfig):
    name = "tests.audits.plainsite"
    label = "plainsite"
    default_auto_field = "django.db.models.BigAutoField"
