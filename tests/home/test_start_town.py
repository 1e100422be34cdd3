"""An empty town goes online through the gate, once."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page, Site

from home.models import ContactPage, StandardPage


@pytest.fixture
def empty_site(gate):
    """What `migrate` leaves: a root, a welcome page, a default site."""
    root = Page.objects.get(depth=1)
    Site.objects.all().delete()
    for page in root.get_children():
        page.delete()
    welcome = Page.objects.get(pk=root.pk).add_child(instance=Page(title="Welcome", slug="welcome", live=False))
    Site.objects.create(hostname="localhost", root_page=welcome, is_default_site=True)


@pytest.mark.xdist_group("gate")
def test_an_empty_town_goes_online_once(empty_site, client):
    call_command("start_town", "Ville d’Essai", email="mairie@essai.example")
    online = set(Page.objects.live().filter(depth__gt=1).values_list("slug", flat=True))
    assert online == {"accueil", "contact", "aide", "mentions-legales", "accessibilite"}
    assert not Page.objects.filter(slug="welcome").exists()
    assert "Ville d’Essai" in client.get("/").content.decode()
    assert ContactPage.objects.get().recipient == "mairie@essai.example"

    call_command("start_town", "Ville d’Essai", email="mairie@essai.example")
    assert Page.objects.filter(depth__gt=1).count() == 5


@pytest.mark.xdist_group("gate")
def test_a_site_with_pages_is_left_alone(empty_site):
    call_command("start_town", "Ville d’Essai", email="mairie@essai.example")
    home = Page.objects.get(slug="accueil")
    home.add_child(instance=StandardPage(title="Marchés", live=False))
    with pytest.raises(CommandError, match="pages already"):
        call_command("start_town", "Autre ville", email="a@essai.example")
    assert Site.objects.get().site_name == "Ville d’Essai"
