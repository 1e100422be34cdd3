"""The name, the logo, the font and the colours of a site: on its own pages, under the policy of the public pages."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Site

from audits.gate.assets import fingerprint
from home.demo.drawings import load_drawing
from home.models import Theme
from home.roles import ADMINISTRATORS, MODERATORS
from tests.home.test_pages import soup

BLUE = {"brand": "#1d3f8a", "accent": "#8a3b12"}


@pytest.fixture
def choose(home):
    """What an administrator chooses for the default site."""

    def save(**fields) -> Theme:
        theme = Theme(site=Site.objects.get(is_default_site=True), **fields)
        theme.full_clean()
        theme.save()
        return theme

    return save


def sheet_of(client, path="/") -> str:
    """The address of the theme's style sheet in a page, empty when there is none."""
    found = [link["href"] for link in soup(client, path).select("link[rel=stylesheet]")]
    return next((address for address in found if address.startswith("/themes/")), "")


def test_a_site_without_a_theme_asks_for_nothing_more(client, choose):
    assert sheet_of(client) == ""
    choose()
    assert sheet_of(client) == ""


def test_colours_reach_the_pages_as_a_style_sheet_kept_for_a_year(client, choose):
    choose(**BLUE)
    answer = client.get(sheet_of(client))
    assert answer["Content-Type"].startswith("text/css")
    assert "immutable" in answer["Cache-Control"]
    text = answer.content.decode()
    assert "--brand: light-dark(#1d3f8a, #" in text
    assert "--accent: light-dark(#8a3b12, #" in text
    assert "--tint" not in text
    assert text.startswith("@layer tokens, base, components;")


def test_another_theme_has_another_address(client, choose):
    theme = choose(**BLUE)
    before = sheet_of(client)
    theme.brand = "#1d3f8b"
    theme.save()
    assert sheet_of(client) != before
    assert client.get(before).status_code == 200, "a page that somebody still reads keeps its colours"


def test_a_lost_file_is_made_again(client, choose, settings, tmp_path):
    settings.PARVIS_THEMES = tmp_path / "themes"
    choose(**BLUE)
    address = sheet_of(client)
    (file,) = settings.PARVIS_THEMES.iterdir()
    text = file.read_text()
    file.unlink()
    assert client.get(address).content.decode() == text


@pytest.mark.parametrize("name", ["0000000000000000", "x"])
def test_no_other_name_is_answered(client, choose, name):
    choose(**BLUE)
    assert client.get(f"/themes/{name}.css").status_code == 404


def test_each_site_has_its_own(client, choose, home):
    choose(**BLUE)
    Site.objects.create(hostname="autre.example", root_page=home, site_name="Autre")
    client.defaults["SERVER_NAME"] = "autre.example"
    assert sheet_of(client) == ""


def test_name_and_logo_are_in_the_head(client, choose):
    choose(name="Merlonges-sur-Lonze", logo=load_drawing("marche"))
    head = soup(client, "/").select_one(".site-name a")
    assert head.text.strip() == "Merlonges-sur-Lonze"
    assert head.img["alt"] == ""
    assert soup(client, "/").footer.h2.text == "Merlonges-sur-Lonze"


@pytest.mark.parametrize(
    ("font", "preloaded"), [("atkinson", ["atkinson-hyperlegible-next"]), ("lexend", ["lexend"]), ("device", [])]
)
def test_only_the_font_that_is_used_is_asked_for(client, choose, font, preloaded):
    choose(font=font)
    found = [link["href"] for link in soup(client, "/").select("link[rel=preload]")]
    assert [address.rpartition("/")[2].partition(".")[0] for address in found] == preloaded
    assert ("Lexend" in client.get(sheet_of(client)).content.decode()) if font == "lexend" else True


@pytest.mark.parametrize("typed", ["red", "#12", "#1d3f8a;}body{display:none", "url(x)"])
def test_nothing_but_a_colour_is_accepted(choose, typed):
    with pytest.raises(ValidationError) as refused:
        choose(brand=typed)
    assert set(refused.value.message_dict) == {"brand"}


def test_the_form_refuses_a_pale_colour_beside_its_field(admin_client, home):
    site = Site.objects.get(is_default_site=True)
    address = reverse("wagtailsettings:edit", args=["home", "theme", site.pk])
    assert admin_client.get(address).status_code == 200
    answer = admin_client.post(address, {"font": "atkinson", "brand": "#ffd500"})
    (said,) = answer.context["form"].errors["brand"]
    assert "La couleur la plus proche qui convient\u00a0: #" in said
    assert not Theme.objects.filter(brand="#ffd500").exists()


def test_the_gate_reads_pages_with_the_colours_of_the_theme(client, choose):
    theme = choose(**BLUE)
    html = client.get("/").content.decode()
    with_it = fingerprint(html, "http://testserver/")
    assert with_it != fingerprint(html.replace(sheet_of(client), "/themes/none.css"), "http://testserver/")
    assert theme.pk


def test_a_form_that_passes_is_judged_on_the_pages_and_saved(gate, admin_client, client, home):
    site = Site.objects.get(is_default_site=True)
    address = reverse("wagtailsettings:edit", args=["home", "theme", site.pk])
    answer = admin_client.post(address, {"font": "lexend", **BLUE})
    assert answer.status_code == 302, answer.context["form"].errors
    assert "#1d3f8a" in client.get(sheet_of(client)).content.decode()


@pytest.mark.parametrize("group", [ADMINISTRATORS, MODERATORS])
def test_administrators_choose_and_nobody_else(client, home, django_user_model, group):
    user = django_user_model.objects.create_user("agent", "agent@essai.example", "un mot de passe d’essai")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    site = Site.objects.get(is_default_site=True)
    answer = client.get(reverse("wagtailsettings:edit", args=["home", "theme", site.pk]))
    assert (answer.status_code == 200) is (group == ADMINISTRATORS)
