from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Who one is: agents who edit the portal and, later, residents."""

    name = "services.accounts"
    label = "accounts"
    verbose_name = "Comptes"
