"""Reporting a problem of accessibility: nothing typed is lost, a receipt at once, a register with due dates."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Site

from audits.models import AccessibilityComplaint
from home.complaints import views
from home.complaints.forms import page_of_site
from home.models import TownContact
from home.roles import EDITORS, OFFICERS
from services.outbox.models import Mail

FORM = "/signaler-un-probleme-d-accessibilite/"
GOOD = {
    "page_address": "/marches/",
    "what": "Le plan n’est pas lu.\nJe voulais les horaires.",
    "tools": "Android et TalkBack",
    "email": "ana@essai.example",
    "site_web": "",
}

pytestmark = pytest.mark.usefixtures("home")


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html5lib")


def received(**values) -> AccessibilityComplaint:
    site = Site.objects.get(is_default_site=True)
    return AccessibilityComplaint.objects.create(site=site, what="Non lu.", email="ana@essai.example", **values)


@pytest.fixture
def member(client):
    def sign_in(group: str):
        user = get_user_model().objects.create_user(group, f"{group}@essai.example", "un mot de passe d’essai")
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return client

    return sign_in


def test_a_report_is_kept_acknowledged_and_told_to_the_officer(client):
    response = client.post(FORM, GOOD)
    assert response.status_code == 302
    complaint = AccessibilityComplaint.objects.get()
    assert (complaint.page_address, complaint.state) == ("http://localhost/marches/", "received")
    receipt = Mail.objects.get(to="ana@essai.example")
    assert receipt.reply_to == "a11y@essai.example" and f"nº {complaint.pk}" in receipt.subject
    assert "Je voulais les horaires." in receipt.text and "TalkBack" in receipt.text and "&" not in receipt.text
    notice = Mail.objects.get(to="a11y@essai.example")
    assert notice.reply_to == "ana@essai.example"
    assert reverse("accessibility_complaints:edit", args=[complaint.pk]) in notice.text
    thanks = soup(client.get(response["Location"]))
    assert thanks.h1.text == "Votre signalement est envoyé" and f"numéro {complaint.pk}" in thanks.main.text
    assert soup(Client().get(response["Location"])).main.find("form")


def test_a_site_without_an_officer_keeps_the_report_and_answers_its_author(client):
    TownContact.objects.update(accessibility_email="", email="")
    assert client.post(FORM, GOOD).status_code == 302
    assert [mail.to for mail in Mail.objects.all()] == ["ana@essai.example"]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("page_address", "https://ailleurs.example/x", "une page de ce site, qui commence par http://localhost/"),
        ("page_address", "javascript:alert(1)", "une page de ce site"),
        ("page_address", "/" + "x" * 2000, "trop longue"),
        ("what", " ", "Écrivez ce qui s’est passé."),
        ("what", "x" * 5001, "qui compte 5001 caractères"),
        ("tools", "x" * 301, "à 300 caractères"),
        ("email", "", "sans laquelle nous ne pouvons pas vous répondre"),
        ("email", "ana@", "Écrivez une adresse électronique complète"),
    ],
)
def test_an_error_is_said_at_its_field_and_nothing_is_lost(client, field, value, said):
    html = soup(client.post(FORM, {**GOOD, field: value}))
    assert html.title.text.strip().startswith("Erreur\u00a0:")
    link = html.select_one("#erreurs a")
    control = html.find(id=link["href"].removeprefix("#"))
    assert control["name"] == field and control["aria-invalid"] == "true"
    described = " ".join(html.find(id=name).text for name in control["aria-describedby"].split())
    assert said in described and said in link.text
    for name, typed in {**GOOD, field: value}.items():
        kept = html.find("form", class_="form").find(attrs={"name": name})
        assert (kept.text or kept.get("value", "")).strip().replace("\r", "") == typed.strip()
    assert not AccessibilityComplaint.objects.exists() and not Mail.objects.exists()


def test_each_field_has_its_label_and_says_whether_it_may_stay_empty(client):
    form = soup(client.get(FORM)).main.find("form", class_="form")
    labels = {}
    for control in form.select("input:not([type=hidden]), textarea"):
        labels[control["name"]] = form.find("label", attrs={"for": control["id"]}).text
    assert "(facultatif)" in labels["page_address"] and "(facultatif)" in labels["tools"]
    assert "(facultatif)" not in labels["what"] + labels["email"]
    assert form.find(attrs={"name": "email"})["autocomplete"] == "email"


@pytest.mark.parametrize(
    ("referer", "shown"),
    [
        ("http://testserver/marches/?page=2", "http://localhost/marches/?page=2"),
        ("http://localhost/", "http://localhost/"),
        ("https://ailleurs.example/marches/", ""),
        (f"http://testserver{FORM}", ""),
        ("http://[::1", ""),
        ("", ""),
    ],
)
def test_the_page_that_one_comes_from_is_filled_in_if_it_is_ours(client, referer, shown):
    field = soup(client.get(FORM, headers={"Referer": referer})).find(attrs={"name": "page_address"})
    assert field.get("value", "") == shown


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("/marches/", "http://localhost/marches/"),
        ("localhost/marches", "http://localhost/marches"),
        ("https://localhost/a?b=c#d", "http://localhost/a?b=c"),
        ("www.localhost/", None),
        ("//ailleurs.example/", None),
        ("http://localhost@ailleurs.example/", None),
        ("http://moi@localhost/", None),
        ("http://localhost:99/", None),
        ("http://localhost:99999999/", None),
        ("/\\ailleurs.example", None),
        ("ftp://localhost/", None),
    ],
)
def test_only_pages_of_the_site_are_kept(typed, kept):
    assert page_of_site(typed, Site.objects.get(is_default_site=True), "testserver") == kept


def test_a_program_that_fills_everything_in_is_thanked_and_ignored(client):
    assert client.post(FORM, {**GOOD, "site_web": "https://spam.example"}).status_code == 302
    assert not AccessibilityComplaint.objects.exists() and not Mail.objects.exists()


def test_too_many_reports_are_refused_with_what_was_typed(client):
    for _ in range(views.MOST_PER_HOUR):
        client.post(FORM, GOOD)
    response = client.post(FORM, GOOD)
    assert (response.status_code, response["Retry-After"]) == (429, "3600")
    assert "dans une heure" in soup(response).select_one("#erreurs").text
    assert "Le plan n’est pas lu." in soup(response).find("textarea").text
    assert AccessibilityComplaint.objects.count() == views.MOST_PER_HOUR


def test_the_form_is_protected_against_forged_requests():
    assert Client(enforce_csrf_checks=True).post(FORM, GOOD).status_code == 403


def test_due_dates_and_lateness():
    complaint = received()
    assert complaint.due_on == timezone.localdate() + timedelta(days=7) and not complaint.is_late
    old = received(received_at=timezone.now() - timedelta(days=8))
    assert old.is_late
    old.state = "answered"
    assert not old.is_late


def test_the_officer_sees_what_is_late_and_answers(member):
    late, recent = received(received_at=timezone.now() - timedelta(days=9)), received()
    client = member(OFFICERS)
    assert "Signalements" in client.get(reverse("wagtailadmin_home")).content.decode()
    listing = client.get(reverse("accessibility_complaints:index")).content.decode()
    assert str(late) in listing and str(recent) in listing and "en retard" in listing
    filtered = client.get(reverse("accessibility_complaints:index_results"), {"late": "true"}).content.decode()
    assert str(late) in filtered and str(recent) not in filtered
    filtered = client.get(reverse("accessibility_complaints:index_results"), {"late": "false"}).content.decode()
    assert str(late) not in filtered and str(recent) in filtered
    screen = reverse("accessibility_complaints:edit", args=[late.pk])
    shown = soup(client.get(screen))
    assert "ana@essai.example" in shown.text and not shown.find(attrs={"name": "what"})
    assert client.post(screen, {"state": "answered", "note": "Plan décrit.", "what": "Autre"}).status_code == 302
    late.refresh_from_db()
    assert (late.state, late.note, late.what) == ("answered", "Plan décrit.", "Non lu.")
    assert late.handled_by.username == OFFICERS


def test_nobody_adds_or_deletes_a_report_by_hand(admin_client):
    complaint = received()
    for name, arguments in (("add", []), ("delete", [complaint.pk])):
        admin_client.post(reverse(f"accessibility_complaints:{name}", args=arguments))
    assert AccessibilityComplaint.objects.get() == complaint


def test_reports_are_for_the_officer_only(member):
    complaint = received()
    client = member(EDITORS)
    for name, arguments in (("index", []), ("edit", [complaint.pk])):
        assert client.get(reverse(f"accessibility_complaints:{name}", args=arguments)).status_code == 302
    assert "Signalements" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_reports_are_forgotten_after_a_year(client, member, capsys):
    received(received_at=timezone.now() - timedelta(days=366))
    kept = received(received_at=timezone.now() - timedelta(days=364))
    assert (
        "Signalement"
        not in member(OFFICERS)
        .get(reverse("accessibility_complaints:index_results"), {"q": "rien de tel"})
        .content.decode()
    )
    call_command("forget_complaints")
    assert "1 reports" in capsys.readouterr().out
    assert AccessibilityComplaint.objects.get() == kept
    AccessibilityComplaint.objects.update(received_at=timezone.now() - timedelta(days=366))
    client.post(FORM, GOOD)
    assert AccessibilityComplaint.objects.count() == 1
