"""What `migrate` leaves in a database, made again after a test that emptied the tables."""

from django.apps import apps
from django.contrib.auth.models import Group
from wagtail.models import Collection, Page, Site

from home.languages import install_locales
from home.roles import install_roles


def restore_roots() -> None:
    """Make again what is missing: the languages, the roots, the default site, the groups with their rights."""
    install_locales("default")
    root = Page.objects.filter(depth=1).first() or Page.add_root(title="Racine", slug="root")
    if not Collection.objects.exists():
        Collection.add_root(name="Racine")
    if not Site.objects.filter(is_default_site=True).exists():
        Site.objects.create(hostname="localhost", root_page=root, is_default_site=True)
    if not Group.objects.exists():
        install_roles(apps)
