from django.apps import AppConfig
from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db.models.signals import post_migrate

from home import avif


class HomeConfig(AppConfig):
    """The editorial pages of the portal: page types, blocks, navigation, search."""

    name = "home"
    verbose_name = "Pages du portail"

    def ready(self):
        avif.quicken()
        post_migrate.connect(_install_roles, sender=self, dispatch_uid="parvis-roles")


def _install_roles(using, **_):
    """Make the groups and the languages at the end of `migrate`. A database emptied of its first page is left alone."""
    from wagtail.models import Page

    from home.languages import install_locales
    from home.roles import install_roles

    if not Page.objects.using(using).filter(depth=1).exists():
        return
    for config in installed.get_app_configs():
        create_permissions(config, verbosity=0, using=using)
    install_roles(installed)
    install_locales(using)
