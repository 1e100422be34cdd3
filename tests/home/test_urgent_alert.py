"""The urgent alert: published at once and without a checker, shown everywhere until its end, left out of verdicts."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry, Page, PageViewRestriction, Site
from wagtail.users.models import UserProfile

from audits.gate.rendering import as_if_live, rendered
from home.alert.actions import AlertOver, AlertRefused, publish_alert, withdraw_alert
from home.alert.queries import current_alert
from home.models import UrgentAlert
from home.roles import EDITORS, MODERATORS
from tests.home.test_pages import soup

PARIS = ZoneInfo("Europe/Paris")


def typed(**changes) -> dict:
    """What an agent types."""
    end = (timezone.now() + timedelta(days=2)).astimezone(PARIS)
    return {
        "level": "danger",
        "title": "Crue de la Lèze",
        "message": "Quittez les rives.\n\nN’allez pas chercher les enfants à l’école.",
        "ends_at": f"{end:%Y-%m-%dT%H:%M}",
        "page": "",
        "address": "",
        "link_text": "",
        **changes,
    }


@pytest.fixture
def site(home):
    return Site.objects.get(is_default_site=True)


@pytest.fixture
def moderator(client, home):
    """Signed in as somebody who may publish an alert, and not much more."""
    user = get_user_model().objects.create_user("ines", "ines@essai.example", "un mot de passe d’essai")
    user.groups.add(Group.objects.get(name=MODERATORS))
    client.force_login(user)
    return user


@pytest.fixture
def publish(site, admin_user):
    """Publish an alert as a program does."""

    def make(**changes) -> UrgentAlert:
        values = {"level": "danger", "title": "Crue de la Lèze", "message": "Quittez les rives.", **changes}
        values.setdefault("ends_at", timezone.now() + timedelta(hours=3))
        return publish_alert(UrgentAlert(**{"site": site, **values}), admin_user)

    return make


def shown(client, path="/") -> BeautifulSoup | None:
    return BeautifulSoup(client.get(path).content, "html5lib").select_one(".urgent-alert")


def errors(response) -> dict:
    assert response.status_code == 200
    return response.context["form"].errors


def test_two_clicks_from_the_administration(client, moderator, site):
    menu = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("urgent_alert") in menu
    form = soup(client, reverse("urgent_alert")).main
    assert [button.text.strip() for button in form.select("button[type=submit]")] == ["Publier l’alerte"]
    proposed = datetime.fromisoformat(form.select_one("[name=ends_at]")["value"]).replace(tzinfo=PARIS)
    assert timedelta(days=1) <= proposed - timezone.now() <= timedelta(days=1, hours=1)
    answer = client.post(reverse("urgent_alert"), typed())
    assert answer.status_code == 302
    alert = UrgentAlert.objects.get()
    assert (alert.site, alert.published_by, alert.is_on) == (site, moderator, True)
    assert [button.text.strip() for button in soup(client, answer["Location"]).main.select("button[type=submit]")] == [
        "Retirer l’alerte",
        "Publier l’alerte",
    ]


def test_it_is_right_after_the_header_of_every_page(client, add_page, publish):
    page = add_page("Vie locale")
    publish(message="Quittez <b>les rives</b>.\n\nRestez chez vous.")
    for path in ("/", page.url, "/recherche/", "/plan-du-site/", "/nulle-part/"):
        alert = shown(client, path)
        assert alert.name == "section"
        assert (alert["role"], alert["aria-label"]) == ("region", "Alerte")
        assert alert.find_previous_sibling().name == "header"
    assert alert.h2.text.replace("\xa0", " ") == "Danger : Crue de la Lèze"
    assert not alert.b and "<b>les rives</b>" in alert.text
    assert [p.text for p in alert.find_all("p")][:2] == ["Quittez <b>les rives</b>.", "Restez chez vous."]


@pytest.mark.parametrize(
    ("level", "word"), [("information", "Information"), ("vigilance", "Vigilance"), ("danger", "Danger")]
)
def test_its_level_is_a_word_too(client, publish, level, word):
    publish(level=level)
    assert shown(client).h2.text.startswith(word)


def test_its_end_is_told_and_comes_by_itself(client, publish, site):
    end = datetime(2027, 3, 2, 18, tzinfo=PARIS)
    alert = publish(ends_at=end)
    assert shown(client).select_one(".urgent-alert-end").text.replace("\xa0", " ") == "Jusqu’au mardi 2 mars à 18 h"
    UrgentAlert.objects.filter(pk=alert.pk).update(ends_at=timezone.now() - timedelta(seconds=1))
    assert shown(client) is None
    assert current_alert(site) is None


def test_it_leads_to_a_page_or_an_address(client, add_page, publish):
    page = add_page("Que faire")
    publish(page=page, link_text="Que faire en cas de crue")
    assert (shown(client).a.text, shown(client).a["href"]) == ("Que faire en cas de crue", "/que-faire/")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert shown(client).a is None
    PageViewRestriction.objects.all().delete()
    Page.objects.filter(pk=page.pk).update(live=False)
    assert shown(client).a is None
    publish(address="https://www.vigicrues.gouv.fr/", link_text="Niveau des rivières sur Vigicrues")
    assert shown(client).a["href"] == "https://www.vigicrues.gouv.fr/"


def test_typed_bullets_are_shown_as_a_list(client, publish):
    publish(message="Évitez\u00a0:\n• le pont\n• le quai")
    assert [item.text for item in shown(client).select("li")] == ["le pont", "le quai"]


def test_it_says_that_it_is_in_french(client, add_page, translate, publish):
    page = add_page("Vie locale")
    translated = translate(page, "Local life")
    publish()
    assert not shown(client, page.url).has_attr("lang")
    assert shown(client, translated.url)["lang"] == "fr"


def test_a_new_alert_replaces_the_one_that_is_on(client, publish, site, admin_user):
    former = publish()
    publish(title="Coupure d’eau")
    former.refresh_from_db()
    assert (former.is_on, former.withdrawn_by) == (False, admin_user)
    assert shown(client).h2.text.endswith("Coupure d’eau")


def test_each_site_has_its_own(client, add_page, publish):
    other = Site.objects.create(hostname="autre.example", site_name="Autre", root_page=add_page("Autre commune"))
    publish()
    assert not BeautifulSoup(client.get("/", headers={"host": "autre.example"}).content, "html5lib").select(
        ".urgent-alert"
    )
    publish(site=other, title="Coupure d’eau")
    assert shown(client).h2.text.endswith("Crue de la Lèze")


def test_withdrawing(client, moderator, publish):
    alert = publish()
    address_of_withdrawal = reverse("withdraw_urgent_alert", args=[alert.pk])
    assert client.get(address_of_withdrawal).status_code == 405
    client.post(address_of_withdrawal)
    alert.refresh_from_db()
    assert alert.withdrawn_by == moderator
    assert shown(client) is None
    again = client.post(address_of_withdrawal, follow=True)
    assert "n’était déjà plus en ligne" in again.content.decode()


def test_an_alert_that_is_over_is_not_withdrawn(publish, admin_user):
    alert = publish()
    UrgentAlert.objects.filter(pk=alert.pk).update(ends_at=timezone.now())
    with pytest.raises(AlertOver):
        withdraw_alert(alert, admin_user)


def test_who_and_when_are_kept(client, moderator, publish, admin_user):
    alert = publish()
    withdraw_alert(alert, moderator)
    logged = ModelLogEntry.objects.for_instance(alert).order_by("pk")
    assert [(entry.action, entry.user) for entry in logged] == [
        ("home.publish_alert", admin_user),
        ("home.withdraw_alert", moderator),
    ]
    history = soup(client, reverse("urgent_alert")).main.table.text
    assert "Crue de la Lèze" in history
    assert f"par {admin_user.username}" in history and "par ines" in history


def test_history_takes_the_same_queries_however_long(client, moderator, publish, django_assert_max_num_queries):
    publish()
    client.get(reverse("urgent_alert"))
    with django_assert_max_num_queries(60) as few:
        client.get(reverse("urgent_alert"))
    for _ in range(5):
        publish()
    with django_assert_max_num_queries(len(few)):
        client.get(reverse("urgent_alert"))


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"level": ""}, "level", "Choisissez un niveau."),
        ({"title": ""}, "title", "Écrivez un titre."),
        ({"title": "x" * 81}, "title", "80"),
        ({"message": "x" * 401}, "message", "400"),
        ({"ends_at": ""}, "ends_at", "Indiquez la date et l’heure de fin"),
        ({"ends_at": "demain"}, "ends_at", "complètes"),
        ({"ends_at": "2020-01-01T10:00"}, "ends_at", "passée"),
        ({"ends_at": "2099-01-01T10:00"}, "ends_at", "trente jours"),
        ({"address": "https://eau.example/"}, "link_text", "Écrivez le texte du lien."),
        ({"link_text": "En savoir plus sur la crue"}, "link_text", "la page ou l’adresse"),
        ({"address": "javascript:alert(1)", "link_text": "Lire"}, "address", "https://"),
    ],
)
def test_what_is_wrong_is_told_and_everything_typed_kept(client, moderator, changes, field, said):
    answer = client.post(reverse("urgent_alert"), typed(**changes))
    found = errors(answer)
    assert set(found) == {field}
    assert said in " ".join(found[field]).replace("\xa0", " ")
    kept = typed(**changes)
    form = BeautifulSoup(answer.content, "html5lib").main
    assert form.select_one("textarea").text.strip().replace("\r\n", "\n") == kept["message"]
    for name in ("title", "ends_at", "address", "link_text"):
        assert form.select_one(f"[name={name}]").get("value", "") == kept[name]
    assert [radio["value"] for radio in form.select("[name=level][checked]")] == [kept["level"]] * bool(kept["level"])
    assert not UrgentAlert.objects.exists()


def test_a_page_that_visitors_may_not_see_is_refused(client, moderator, add_page):
    page = add_page("Que faire")
    chosen = typed(page=str(page.pk), link_text="Que faire en cas de crue")
    Page.objects.filter(pk=page.pk).update(live=False)
    assert set(errors(client.post(reverse("urgent_alert"), chosen))) == {"page"}


def test_a_link_leads_to_one_place(client, moderator, home):
    both = typed(page=str(home.pk), link_text="Que faire", address="https://eau.example/")
    assert set(errors(client.post(reverse("urgent_alert"), both))) == {"address"}


def test_what_breaks_the_rgaa_for_certain_is_refused_on_the_form(client, moderator, settings, tmp_path):
    """No checker runs here: the rules that refuse are those of this process."""
    settings.PARVIS_CHECKER_SOCKET = tmp_path / "nobody.sock"
    english = "The river is rising quickly. Please leave your house now and go to the sports hall. Do not use your car."
    refused = client.post(reverse("urgent_alert"), typed(title="The river is rising", message=english))
    found = errors(refused)
    assert set(found) == {"__all__"}
    assert "(RGAA, test 8.7.1)" in " ".join(found["__all__"])
    assert english in refused.content.decode()
    assert not UrgentAlert.objects.exists()
    assert client.post(reverse("urgent_alert"), typed()).status_code == 302
    assert UrgentAlert.objects.get().is_on


def test_a_program_is_refused_too(publish):
    with pytest.raises(AlertRefused) as refusal:
        publish(title="\u200b", address="https://eau.example/", link_text="\u200b")
    assert len(refusal.value.defects) == 1
    assert not UrgentAlert.objects.exists()


def test_verdicts_on_pages_do_not_depend_on_it(client, add_page, publish):
    page = add_page("Vie locale")
    before = rendered(as_if_live(page))
    publish()
    assert shown(client, page.url)
    assert rendered(as_if_live(page)) == before


def test_the_time_is_that_of_paris_wherever_the_agent_is(client, moderator, site):
    UserProfile.get_for_user(moderator)
    UserProfile.objects.filter(user=moderator).update(current_time_zone="Pacific/Noumea")
    values = typed()
    client.post(reverse("urgent_alert"), values)
    end = datetime.fromisoformat(values["ends_at"]).replace(tzinfo=PARIS)
    assert UrgentAlert.objects.get().ends_at == end


def test_editors_may_not(client, home):
    user = get_user_model().objects.create_user("noe", "noe@essai.example", "un mot de passe d’essai")
    user.groups.add(Group.objects.get(name=EDITORS))
    client.force_login(user)
    assert client.get(reverse("urgent_alert")).status_code == 302
    assert client.post(reverse("urgent_alert"), typed()).status_code == 302
    assert not UrgentAlert.objects.exists()
    assert reverse("urgent_alert") not in client.get(reverse("wagtailadmin_home")).content.decode()
