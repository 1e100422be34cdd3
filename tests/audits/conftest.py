"""A small town behind the gate: the real checker, a real database, pages of the plain site."""

import pytest
from wagtail.models import Page, Site

from audits.actions import publish_page
from tests.audits.town import Town


@pytest.fixture
def unpublished_town(gate) -> Town:
    """A site whose home page is still a draft."""
    root = Page.objects.get(depth=1)
    Site.objects.all().delete()
    for page in root.get_children():
        page.delete()
    town = Town(root=Page.objects.get(pk=root.pk))
    town.home = town.draft("Accueil", "<p>Bienvenue.</p>", parent=town.root)
    Site.objects.create(hostname="localhost", port=80, root_page=town.home, is_default_site=True)
    return town


@pytest.fixture
def town(unpublished_town, django_user_model) -> Town:
    """A site whose home page is live, and its administrator."""
    town = unpublished_town
    town.home = publish_page(town.home)
    town.admin = django_user_model.objects.create_superuser("admin", "admin@example.org", "mot de passe")
    return town
