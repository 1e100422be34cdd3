"""The report of an audit in the administration: grouped defects, comparison, exports, what remains."""

import json

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from audits.auditing import actions
from audits.models import AuditFinding
from tests.audits.audited import BAD, START, done, many_findings, small_audit, started
from tests.roots import restore_roots
from tests.small_site import html

pytestmark = pytest.mark.django_db
EMPTY_LINK = '<a href="/x"></a>'


@pytest.fixture
def officer(client, django_user_model):
    """Somebody who may only see audits."""
    restore_roots()
    user = django_user_model.objects.create_user("referente", "referente@example.org", "mot de passe")
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", "view_audit"]))
    client.force_login(user)
    client.user = user
    return client


def read(client, path: str) -> BeautifulSoup:
    answer = client.get(f"/admin/audits/{path}")
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def text(page) -> str:
    return " ".join(page.get_text(" ").split())


def hrefs(page) -> list[str]:
    return [link["href"] for link in page.select("a[href]")]


def queries(client, path: str) -> int:
    client.get(f"/admin/audits/{path}")
    with CaptureQueriesContext(connection) as captured:
        assert client.get(f"/admin/audits/{path}").status_code == 200
    return len(captured)


def test_grouped_defects_say_what_where_and_how(officer):
    audit = many_findings(pages=6, each=2, html=EMPTY_LINK)
    page = read(officer, f"{audit.pk}/groups/results/")
    (group,) = [item for item in page.select(".audit-group") if EMPTY_LINK in text(item)]
    assert "6 pages, 12 éléments" in text(group) and "Donnez-lui un texte." in text(group)
    assert "main > p:nth-child(0)" in text(group) and "et 3 autres" in text(group)
    assert any(href.endswith("#6.2.1") for href in hrefs(group)), "the test in the official reference"
    assert hrefs(group).count(f"{START}1") == 1
    (more,) = [href for href in hrefs(group) if "like=" in href]
    followed = officer.get(more)
    assert followed.context["paginator"].count == 12


def test_the_list_of_one_code_is_that_of_this_audit(officer):
    audit, other = (many_findings(pages=1, each=1, html=EMPTY_LINK) for _ in range(2))
    example = AuditFinding.objects.get(page__audit=other, rule="c06_02_empty_link")
    assert "Aucun constat ne correspond." in text(read(officer, f"{audit.pk}/findings/?like={example.pk}"))
    assert EMPTY_LINK in text(read(officer, f"{other.pk}/findings/?like={example.pk}"))


def test_groups_are_filtered(officer):
    audit = small_audit()
    everything = text(read(officer, f"{audit.pk}/groups/results/"))
    assert "c06_02_empty_link" in everything and "c10_01_presentational_attribute" in everything
    criterion = text(read(officer, f"{audit.pk}/groups/results/?criterion=10.1"))
    assert "c10_01_presentational_attribute" in criterion and "c06_02_empty_link" not in criterion
    assert "À vérifier" not in text(read(officer, f"{audit.pk}/groups/results/?verdict=fail"))
    assert "Aucun défaut ne correspond." in text(read(officer, f"{audit.pk}/groups/results/?criterion=4.1"))


def test_groups_have_pages(officer):
    audit = many_findings(pages=1, each=45, html="<p id={}>")
    page = read(officer, f"{audit.pk}/groups/")
    assert len(page.select(".audit-group")) == 20 and "Page 1 sur 3" in text(page)
    assert "défauts regroupés" in text(page.select_one(".pagination__end"))
    assert read(officer, f"{audit.pk}/groups/?p=3").select(".audit-group")


def test_ten_thousand_findings_cost_no_more_queries_than_a_few(officer):
    many_findings(pages=2, each=40, html="<p id={}>")
    small, huge = (many_findings(pages=pages, each=each, html="<p id={}>") for pages, each in ((2, 40), (100, 100)))
    for path in ("", "groups/", "findings/", "comparison/", "comparison/?show=still"):
        cost = queries(officer, f"{small.pk}/{path}")
        assert queries(officer, f"{huge.pk}/{path}") == cost < 40, path


def test_the_comparison(officer):
    older, newer = started(), started()
    actions.record_visit(older, done(START, html("Accueil", EMPTY_LINK + '<p align="center">Texte</p>'), f"{START}a"))
    actions.record_visit(older, done(f"{START}a", BAD))
    actions.record_visit(newer, done(START, html("Accueil", EMPTY_LINK + "<center>Texte</center>")))
    for audit in (older, newer):
        actions.finish_audit(audit)
    page = read(officer, f"{newer.pk}/comparison/")
    still = AuditFinding.objects.filter(page__audit=newer).count() - 1
    tabs = ["Nouveaux : 1", "Corrigés : 1", f"Toujours là : {still}"]
    assert [text(tab) for tab in page.select(".audit-tabs a")] == tabs
    assert "<center>" in text(page) and "1 page comparée" in text(page)
    assert page.select_one(f'option[value="{older.pk}"][selected]')
    mended = read(officer, f"{newer.pk}/comparison/?other={older.pk}&show=mended")
    assert "c10_01_presentational_attribute" in text(mended.select_one(".audit-group"))
    assert text(mended.select_one('[aria-current="true"]')) == "Corrigés : 1"
    apart = text(page).partition("Pages d’un seul des deux audits")[2]
    assert f"{START}a" in apart and "ni nouveaux ni corrigés" in apart


def test_a_comparison_with_nothing_to_compare_says_so(officer):
    alone = small_audit()
    assert "Il n’y a pas d’autre audit" in text(read(officer, f"{alone.pk}/comparison/"))
    running = started()
    assert "n’a encore jugé aucune page" in text(read(officer, f"{running.pk}/comparison/"))
    actions.record_visit(running, done(START, BAD))
    running.pages.update(address=f"{START}ailleurs")
    assert "n’ont aucune page en commun" in text(read(officer, f"{running.pk}/comparison/"))
    twin = small_audit()
    page = text(read(officer, f"{twin.pk}/comparison/?other={alone.pk}"))
    assert "Aucun critère n’a changé de statut." in page and "Aucun constat nouveau" in page
    alone.engine_fingerprint = "another"
    alone.save()
    assert "Le moteur a changé" in text(read(officer, f"{twin.pk}/comparison/?other={alone.pk}"))


@pytest.mark.parametrize("other", ["0", "x", "-1", "²", "9" * 40])
def test_a_comparison_with_no_audit_is_a_404(officer, other):
    audit = small_audit()
    assert officer.get(f"/admin/audits/{audit.pk}/comparison/?other={other}").status_code == 404


def test_another_site_is_not_compared(officer):
    audit, other = small_audit(), small_audit()
    other.start_url = "http://autre.example/"
    other.save()
    assert officer.get(f"/admin/audits/{audit.pk}/comparison/?other={other.pk}").status_code == 404


@pytest.mark.parametrize("form", ["csv", "json", "earl", "junit"])
def test_an_audit_is_downloaded(officer, form):
    audit = small_audit()
    assert f"/admin/audits/{audit.pk}/export/{form}/" in hrefs(read(officer, f"{audit.pk}/"))
    answer = officer.get(f"/admin/audits/{audit.pk}/export/{form}/")
    assert answer.streaming and answer.status_code == 200
    assert answer["Content-Disposition"].startswith(f'attachment; filename="audit-{audit.pk}-ville.example-')
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "c06_02_empty_link" in answer.getvalue().decode() or form == "earl"
    assert officer.post(f"/admin/audits/{audit.pk}/export/{form}/").status_code == 405


def test_an_export_of_another_form_or_audit_is_a_404(officer):
    audit = small_audit()
    for path in (f"{audit.pk}/export/pdf/", "999/export/csv/", "999/groups/", "999/comparison/"):
        assert officer.get(f"/admin/audits/{path}").status_code == 404


def test_who_may_not_see_audits_sees_none_of_it(client, django_user_model):
    audit = small_audit()
    user = django_user_model.objects.create_user("redactrice", "redactrice@example.org", "mot de passe")
    user.user_permissions.set(Permission.objects.filter(codename="access_admin"))
    paths = ("groups/", "groups/results/", "comparison/", *(f"export/{form}/" for form in ("csv", "json", "earl")))
    for _ in ("nobody", "somebody without the permission"):
        for path in (*paths, "export/junit/"):
            answer = client.get(f"/admin/audits/{audit.pk}/{path}")
            assert answer.status_code == 302 and not answer.streaming
        client.force_login(user)


def test_the_summary_shows_the_statuses_and_what_remains(officer):
    audit = started()
    actions.record_visit(audit, done(START, html("Accueil", EMPTY_LINK + "<p></p>" * 3)))
    page = read(officer, f"{audit.pk}/")
    rows = {text(row.th): int(text(row.td)) for row in page.select(".audit-statuses tbody tr")}
    assert list(rows) == ["Non conforme", "À faire vérifier", "Conforme", "Non applicable"]
    assert sum(rows.values()) == 106 and rows["Non conforme"] >= 1
    bars = page.select(".audit-chart rect")
    assert [int(bar["width"]) for bar in bars] == [count for count in rows.values() if count]
    assert int(bars[-1]["x"]) + int(bars[-1]["width"]) == 106
    remaining = page.select_one("details")
    assert len(remaining.select("tbody tr")) == rows["À faire vérifier"]
    (link,) = [href for href in hrefs(remaining) if "criterion=8.9&" in href]
    assert text(remaining.select_one(f'a[href="{link}"]')).startswith("3 éléments")
    assert officer.get(link).context["paginator"].count == 3


def test_a_finding_leads_to_the_block_that_wrote_it(officer):
    site = Site.objects.get(is_default_site=True)
    home = site.root_page
    audit = many_findings(pages=2, each=1, html="<p id={}>")
    audit.site = site
    audit.save()
    AuditFinding.objects.filter(page__address=START).update(provenance="body.8f2c")
    block = f"/admin/pages/{home.pk}/edit/#:w:contentpath=body.8f2c"
    for path in ("findings/", "groups/"):
        assert block not in hrefs(read(officer, f"{audit.pk}/{path}")), "this person may not mend the page"
    editors = Group.objects.create(name="Rédaction d’essai")
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    editors.page_permissions.create(page=Page.objects.get(depth=1), permission=change)
    officer.user.groups.add(editors)
    officer.force_login(type(officer.user).objects.get(pk=officer.user.pk))
    for path in ("findings/", "groups/"):
        assert hrefs(read(officer, f"{audit.pk}/{path}")).count(block) == 1


def test_hostile_content_is_shown_not_run(officer):
    said = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    older, newer = small_audit(), small_audit()
    AuditFinding.objects.update(message=said, fix=said, html=said, targets=[said], provenance='x"><script>')
    for finding in AuditFinding.objects.filter(page__audit=newer):
        finding.html, finding.component = said * 2, ""
        finding.save()
    for audit in (older, newer):
        audit.pages.update(title=said)
    for path in ("groups/", "groups/results/", "comparison/", "comparison/?show=mended", "findings/", ""):
        answer = officer.get(f"/admin/audits/{newer.pk}/{path}").content.decode()
        assert "<script>alert(1)" not in answer and "<img src=x" not in answer and '"x"><script>' not in answer
        if path:
            assert "&lt;script&gt;alert(1)" in answer


@pytest.mark.parametrize("end", [None, actions.interrupt_audit, lambda audit: actions.fail_audit(audit, "x")])
def test_an_audit_without_a_page_looks_right_everywhere(officer, end):
    audit = started()
    if end:
        end(audit)
    assert "Cet audit n’a encore aucun constat." in text(read(officer, f"{audit.pk}/groups/"))
    assert "Il n’y a pas d’autre audit" in text(read(officer, f"{audit.pk}/comparison/"))
    assert not read(officer, f"{audit.pk}/").select(".audit-chart")
    assert json.loads(officer.get(f"/admin/audits/{audit.pk}/export/json/").getvalue())["pages"] == []
