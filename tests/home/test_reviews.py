"""Pages to read again: who is reminded, once, and what the report lists."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from home.models import NewsIndexPage, NewsPage, ReviewReminder, StandardPage
from home.reviews.queries import Reason, pages_to_remind_of, pages_to_review
from home.roles import EDITORS, MODERATORS, OFFICERS
from services.outbox.models import Mail


def in_days(days: int):
    """A day told when it is asked for: midnight may pass while the tests run."""
    return timezone.localdate() + timedelta(days=days)


def long_ago():
    return timezone.now() - timedelta(days=400)


@pytest.fixture
def person(db):
    """Makes somebody of a group."""

    def make(name, group=EDITORS, **fields):
        user = get_user_model().objects.create_user(name, f"{name}@essai.example", "un mot de passe d’essai", **fields)
        user.groups.add(Group.objects.get(name=group))
        return user

    return make


def changed_by(page, user):
    page.save_revision(user=user)
    return page


def remind(capsys) -> str:
    call_command("remind_reviews")
    said = capsys.readouterr()
    return said.out + said.err


def test_the_last_editor_gets_one_mail_for_all_the_pages(person, add_page, capsys):
    ana = person("ana", first_name="Ana")
    first = changed_by(add_page("Marchés", review_on=in_days(-1)), ana)
    changed_by(add_page("Cantine", review_on=in_days(0)), ana)
    changed_by(add_page("Piscine", review_on=in_days(1)), ana)
    changed_by(add_page("Musée"), ana)
    assert "1 reminded of 2 pages." in remind(capsys)
    mail = Mail.objects.get()
    assert (mail.to, mail.subject) == ("ana@essai.example", "Vous avez 2 pages à relire")
    assert "Bonjour Ana," in mail.text and "Marchés" in mail.text and "Cantine" in mail.text
    assert "Piscine" not in mail.text and "Musée" not in mail.text
    assert reverse("wagtailadmin_pages:edit", args=[first.pk]) in mail.text and "http" in mail.text


def test_nobody_is_reminded_twice_of_the_same_date(person, add_page, capsys):
    page = changed_by(add_page("Marchés", review_on=in_days(-1)), person("ana"))
    remind(capsys)
    assert "0 reminded of 0 pages." in remind(capsys)
    assert Mail.objects.count() == 1
    StandardPage.objects.filter(pk=page.pk).update(review_on=in_days(0))
    remind(capsys)
    assert Mail.objects.count() == 2 and ReviewReminder.objects.count() == 2


def test_the_owner_is_reminded_when_the_last_editor_cannot_be(person, add_page, capsys):
    gone, owner = person("gone", is_active=False), person("owner")
    changed_by(add_page("Marchés", review_on=in_days(-1), owner=owner), gone)
    remind(capsys)
    assert Mail.objects.get().to == "owner@essai.example"


@pytest.mark.parametrize("fields", [{"is_active": False}, {"group": OFFICERS}])
def test_who_cannot_edit_any_more_is_left_alone_and_the_page_is_named(person, add_page, capsys, fields):
    page = changed_by(add_page("Marchés", review_on=in_days(-1)), person("ana", **fields))
    assert f"Nobody to remind of page {page.pk}, Marchés." in remind(capsys)
    assert not Mail.objects.exists() and not ReviewReminder.objects.exists()


def test_drafts_are_not_reminded_of(person, home, capsys):
    page = StandardPage(title="Marchés", live=False, review_on=in_days(-1), owner=person("ana"))
    home.add_child(instance=page)
    remind(capsys)
    assert not Mail.objects.exists()


def test_pages_to_remind_of_are_found_in_as_many_queries_however_many(person, add_page):
    ana = person("ana")

    def queries_to_find(*names):
        for name in names:
            changed_by(add_page(name, review_on=in_days(-1)), ana)
        with CaptureQueriesContext(connection) as caught:
            found = list(pages_to_remind_of())
            assert all(due.page.latest_revision.user == ana for due in found)
        return len(caught)

    assert queries_to_find("a", "b") == queries_to_find("c", "d", "e")


@pytest.fixture
def reasons(home):
    """Why pages are to be read again, by title."""
    return lambda: {page.title: page.reason for page in pages_to_review(Page.objects.all())}


def aged(page, **dates):
    Page.objects.filter(pk=page.pk).update(**dates)


def test_each_page_is_listed_for_one_reason(home, add_page, reasons):
    add_page("À relire", review_on=in_days(0))
    add_page("Plus tard", review_on=in_days(1))
    add_page("Récente")
    aged(add_page("Vieille"), last_published_at=long_ago())
    aged(add_page("Modifiée"), has_unpublished_changes=True, latest_revision_created_at=long_ago())
    aged(add_page("En cours"), has_unpublished_changes=True, latest_revision_created_at=timezone.now())
    aged(home.add_child(instance=StandardPage(title="Oubliée", live=False)), latest_revision_created_at=long_ago())
    aged(
        home.add_child(instance=StandardPage(title="Commencée", live=False)), latest_revision_created_at=timezone.now()
    )
    withdrawn = home.add_child(instance=StandardPage(title="Retirée", live=False))
    aged(withdrawn, latest_revision_created_at=long_ago(), first_published_at=long_ago())
    assert next(iter(reasons())) == "À relire"
    assert reasons() == {
        "À relire": Reason.DUE,
        "Vieille": Reason.STALE,
        "Modifiée": Reason.CHANGES,
        "Oubliée": Reason.DRAFT,
    }


def test_the_delays_are_settings(add_page, reasons, settings):
    aged(add_page("Vieille"), last_published_at=long_ago())
    settings.PARVIS_STALE_AFTER_DAYS = 500
    assert reasons() == {}


def test_news_do_not_grow_stale_but_may_be_due(add_page, reasons):
    index = add_page("Actualités", kind=NewsIndexPage)
    aged(add_page("Ancienne", parent=index, kind=NewsPage), last_published_at=long_ago())
    aged(add_page("Datée", parent=index, kind=NewsPage, review_on=in_days(0)), last_published_at=long_ago())
    assert reasons() == {"Datée": Reason.DUE}


def report(client, **asked) -> BeautifulSoup:
    response = client.get(reverse("pages_to_review"), asked)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html5lib")


def test_the_report_leads_to_the_editor(admin_client, add_page):
    page = add_page("Marchés", review_on=in_days(-1))
    aged(add_page("Vieille"), last_published_at=long_ago())
    html = report(admin_client)
    assert html.find("a", string="Marchés")["href"] == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert "Date de relecture atteinte" in html.main.text and "Vieille" in html.main.text
    filtered = report(admin_client, reason="stale")
    assert "Vieille" in filtered.main.text and not filtered.find("a", string="Marchés")
    results = admin_client.get(reverse("pages_to_review_results"), {"reason": "stale"}).content.decode()
    assert "Vieille" in results and "<html" not in results


def test_the_report_says_when_nothing_is_left(admin_client, home):
    assert "Aucune page à relire : tout est à jour." in report(admin_client).main.text
    assert "Aucune page à relire pour ce motif." in report(admin_client, reason="due").main.text


def test_the_report_is_exported(admin_client, add_page):
    add_page("Marchés", review_on=in_days(-1), slug="marches")
    response = admin_client.get(reverse("pages_to_review"), {"export": "csv"})
    assert 'filename="pages-a-relire.csv"' in response["Content-Disposition"]
    headings, row = b"".join(response.streaming_content).decode().splitlines()
    assert headings == "Page,Motif,À relire le,Modifiée,Publiée,Adresse"
    assert row.startswith(f"Marchés,date de relecture atteinte,{in_days(-1):%Y-%m-%d},") and row.endswith("/marches/")
    assert admin_client.get(reverse("pages_to_review"), {"export": "xlsx"}).status_code == 200


@pytest.mark.parametrize(("group", "allowed"), [(EDITORS, True), (MODERATORS, True), (OFFICERS, False)])
@pytest.mark.parametrize("name", ["pages_to_review", "broken_links"])
def test_reports_are_for_those_who_edit_or_publish(client, person, home, group, allowed, name):
    client.force_login(person("ana", group))
    for address in (reverse(name), reverse(f"{name}_results")):
        assert (client.get(address).status_code == 200) is allowed
    menu = client.get(reverse("wagtailadmin_home")).content.decode()
    assert (reverse(name) in menu) is allowed


def test_nobody_reads_of_pages_that_are_not_theirs(client, add_page, person):
    somebody = person("ana")
    mine, other = add_page("Mes pages"), add_page("Autres pages", review_on=in_days(-1))
    group = Group.objects.create(name="Quartier")
    access = Group.objects.get(name=EDITORS).permissions.get(codename="access_admin")
    group.permissions.add(access)
    for permission in Group.objects.get(name=EDITORS).page_permissions.all():
        group.page_permissions.create(page=mine, permission=permission.permission)
    somebody.groups.set([group])
    add_page("À moi", parent=mine, review_on=in_days(-1))
    client.force_login(somebody)
    html = report(client)
    assert html.find("a", string="À moi") and not html.find("a", string=other.title)


def test_the_report_asks_no_more_for_more_pages(admin_client, add_page):
    def queries(*names):
        for name in names:
            add_page(name, review_on=in_days(-1))
        report(admin_client)
        with CaptureQueriesContext(connection) as caught:
            report(admin_client)
        return len(caught)

    assert queries("a", "b") >= queries("c", "d", "e", "f")


def test_editors_set_the_date_in_the_page(admin_client, add_page):
    page = add_page("Marchés")
    html = BeautifulSoup(admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content, "html5lib")
    assert html.select_one("input[name=review_on]").find_parent("section")["id"].startswith("panel-child-promotion-")
