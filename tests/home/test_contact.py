"""Writing to the town hall: what is typed is kept, received once, forwarded and acknowledged."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from home import contact
from home.models import ContactMessage, ContactPage
from services.outbox.models import Mail

GOOD = {
    "name": "Ana Petit",
    "email": "ana@essai.example",
    "subject": "Écoles",
    "text": "À quelle heure ouvre l’école ?\nMerci.",
    "site_web": "",
}


@pytest.fixture
def page(add_page):
    return add_page(
        "Nous écrire", kind=ContactPage, recipient="mairie@essai.example", subjects="État civil\nÉcoles", slug="contact"
    )


def soup(response) -> BeautifulSoup:
    return BeautifulSoup(response.content, "html5lib")


def test_a_message_is_kept_forwarded_and_acknowledged(client, page):
    response = client.post(page.url, GOOD)
    assert response.status_code == 302
    message = ContactMessage.objects.get()
    assert (message.page, message.subject, message.text.splitlines()[-1]) == (page, "Écoles", "Merci.")
    forwarded = Mail.objects.get(to="mairie@essai.example")
    assert forwarded.reply_to == "ana@essai.example"
    assert message.reference in forwarded.subject and "À quelle heure ouvre l’école ?" in forwarded.text
    receipt = Mail.objects.get(to="ana@essai.example")
    assert message.reference in receipt.text and "5 jours ouvrés" in receipt.text and "&" not in receipt.text

    thanks = soup(client.get(response["Location"]))
    assert thanks.h1.text == "Votre message est envoyé"
    assert message.reference in thanks.main.text
    assert not thanks.main.find("form")


def test_nobody_else_reads_the_reference(client, page):
    assert soup(client.get(page.url + "?envoye=1")).main.find("form")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", " ", "Écrivez votre nom."),
        ("email", "ana@", "Écrivez une adresse électronique complète"),
        ("email", "", "sans laquelle nous ne pouvons pas vous répondre"),
        ("subject", "Autre", "Choisissez un objet de la liste."),
        ("text", "x" * 5001, "qui compte 5001 caractères"),
    ],
)
def test_an_error_is_said_at_its_field_and_nothing_is_lost(client, page, field, value, said):
    response = client.post(page.url, {**GOOD, field: value})
    html = soup(response)
    assert response.status_code == 200
    assert html.title.text.strip().startswith("Erreur\u00a0:")
    link = html.select_one("#erreurs a")
    control = html.find(id=link["href"].removeprefix("#"))
    assert control["name"] == field and control["aria-invalid"] == "true"
    described = " ".join(html.find(id=name).text for name in control["aria-describedby"].split())
    assert said in described and said in link.text
    kept = html.find(attrs={"name": "text" if field != "text" else "name"})
    assert (kept.text or kept.get("value")).strip().replace("\r", "") == GOOD[kept["name"]]
    assert not ContactMessage.objects.exists() and not Mail.objects.exists()


def test_each_field_has_its_label_and_its_purpose(client, page):
    html = soup(client.get(page.url))
    form = html.main.find("form", class_="form")
    for control in form.select("input:not([type=hidden]), select, textarea"):
        assert form.find("label", attrs={"for": control["id"]})
    assert form.find(attrs={"name": "name"})["autocomplete"] == "name"
    assert form.find(attrs={"name": "email"})["autocomplete"] == "email"
    assert "mairie@essai.example" not in html.text


def test_a_program_that_fills_everything_in_is_thanked_and_ignored(client, page):
    assert client.post(page.url, {**GOOD, "site_web": "https://spam.example"}).status_code == 302
    assert not ContactMessage.objects.exists() and not Mail.objects.exists()


def test_too_many_messages_are_refused_with_what_was_typed(client, page):
    for _ in range(contact.MOST_PER_HOUR):
        client.post(page.url, GOOD)
    response = client.post(page.url, GOOD)
    assert (response.status_code, response["Retry-After"]) == (429, "3600")
    html = soup(response)
    assert html.title.text.strip().startswith("Erreur\u00a0:")
    assert "dans une heure" in html.select_one("#erreurs").text
    assert "À quelle heure" in html.find("textarea").text
    assert ContactMessage.objects.count() == contact.MOST_PER_HOUR


def test_the_page_is_protected_against_forged_requests(page):
    from django.test import Client

    assert Client(enforce_csrf_checks=True).post(page.url, GOOD).status_code == 403


def test_messages_are_read_in_the_administration(admin_client, client, page):
    client.post(page.url, GOOD)
    message = ContactMessage.objects.get()
    listing = soup(admin_client.get(reverse("contact_messages:index")))
    assert message.reference in listing.text
    shown = soup(admin_client.get(reverse("contact_messages:edit", args=[message.pk])))
    assert "À quelle heure" in shown.text and not shown.find(attrs={"name": "text"})
    export = admin_client.get(reverse("contact_messages:index"), {"export": "csv"})
    assert "Ana Petit" in b"".join(export.streaming_content).decode()


def test_messages_are_not_for_everyone(client, page):
    assert client.get(reverse("contact_messages:index")).status_code == 302
