"""Audits in the administration: lists, filters, states, and who may see them."""

import pytest
from django.contrib.auth.models import Group, Permission

from audits.auditing import actions
from audits.models import Audit, AuditFinding, AuditPage
from tests.audits.audited import BAD, START, done, small_audit, started

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(client, django_user_model):
    """Somebody who may only see audits."""
    group = Group.objects.create(name="Accessibilité")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", "view_audit"]))
    user = django_user_model.objects.create_user("referente", "referente@example.org", "mot de passe")
    user.groups.add(group)
    client.force_login(user)
    return client


def read(client, path: str) -> str:
    """The text of an answer, without the spaces of its layout."""
    answer = client.get(f"/admin/audits/{path}")
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_an_empty_list_says_who_can_start_one(officer, admin_client):
    assert "Aucun audit. Les référents de l’accessibilité peuvent en lancer un." in read(officer, "")
    assert "Aucun audit. Lancez-en un ici" in read(admin_client, "")


def test_the_list_and_the_menu(officer):
    small_audit()
    page = read(officer, "")
    assert START in page and "terminé" in page
    assert "Audits" in officer.get("/admin/").content.decode()


def test_the_summary(officer):
    audit = small_audit()
    page = read(officer, f"{audit.pk}/")
    assert "Pas encore de taux de conformité" in page
    assert "c10_01_presentational_attribute" in page and "non conforme" in page
    assert f"/admin/audits/{audit.pk}/pages/?state=error" in page


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (None, "Cet audit est en cours"),
        (actions.interrupt_audit, "Cet audit s’est arrêté avant la fin"),
        (lambda audit: actions.fail_audit(audit, "robots.txt of this site forbids x"), "interdit x"),
    ],
)
def test_an_audit_that_is_not_finished_says_so(officer, end, expected):
    audit = started()
    if end:
        end(audit)
    page = read(officer, f"{audit.pk}/")
    assert expected in page and "Aucune page n’a été auditée." in page
    assert "Cet audit n’a encore aucun constat." in read(officer, f"{audit.pk}/findings/")


def test_an_audit_whose_process_died_says_how_to_resume(officer):
    audit = started()
    Audit.objects.filter(pk=audit.pk).update(runner="")
    assert f"audit_site --resume {audit.pk}" in read(officer, f"{audit.pk}/")
    assert "processus arrêté" in read(officer, "")


def test_pages_are_filtered(officer):
    audit = small_audit()
    everything = read(officer, f"{audit.pk}/pages/")
    assert all(f"{START}{path}" in everything for path in ("a", "b", "c")) and "pas de réponse en 30 s" in everything
    lost = read(officer, f"{audit.pk}/pages/results/?state=error")
    assert f"{START}b" in lost and f"{START}c" not in lost
    failing = read(officer, f"{audit.pk}/pages/results/?with_failures=true")
    assert "Mauvaise" in failing and "Bonne" not in failing
    assert "Aucune page ne correspond." in read(officer, f"{audit.pk}/pages/results/?state=skipped")


def test_findings_are_filtered(officer):
    audit = small_audit()
    other = started()
    actions.record_visit(other, done(START, BAD))
    everything = read(officer, f"{audit.pk}/findings/")
    assert everything.count("c10_01_presentational_attribute</span>") == 1, "the findings of one audit only"
    assert "&lt;p align=" in everything and "html &gt; body &gt; main" in everything
    assert f'href="{START}" rel="noreferrer"' in everything
    criterion = read(officer, f"{audit.pk}/findings/results/?criterion=10.1")
    assert "c10_01_presentational_attribute" in criterion and "c06_02_empty_link" not in criterion
    assert "Aucun constat" in read(officer, f"{audit.pk}/findings/results/?criterion=4.1")
    good = audit.pages.get(address=f"{START}a")
    assert "c10_01" not in read(officer, f"{audit.pk}/findings/results/?page={good.pk}")
    rule = read(officer, f"{audit.pk}/findings/results/?rule=c06_02_empty_link&verdict=fail")
    assert "c06_02_empty_link" in rule and "c10_01_presentational_attribute</span>" not in rule


def test_what_a_page_holds_is_shown_not_run(officer):
    audit = started()
    source = BAD.replace("Mauvaise", "&lt;script&gt;alert(1)&lt;/script&gt;")
    actions.record_visit(audit, done(START, source))
    for path in ("pages/", "findings/", ""):
        assert "<script>alert(1)" not in read(officer, f"{audit.pk}/{path}")


def test_long_lists_have_pages(officer):
    audit = started()
    AuditPage.objects.bulk_create(AuditPage(audit=audit, address=f"{START}{n}") for n in range(120))
    page = AuditPage.objects.first()
    AuditFinding.objects.bulk_create(
        AuditFinding(page=page, rule="r", source="rule", verdict="fail", tests=",1.1.1,", message=f"m{n}", html="<p>")
        for n in range(120)
    )
    assert "Page 1 sur 3" in read(officer, f"{audit.pk}/pages/")
    assert "m119" in read(officer, f"{audit.pk}/findings/?p=3")


def test_who_may_not_see_audits_sees_neither_them_nor_their_menu(client, django_user_model):
    audit = small_audit()
    user = django_user_model.objects.create_user("redactrice", "redactrice@example.org", "mot de passe")
    user.user_permissions.set(Permission.objects.filter(codename="access_admin"))
    client.force_login(user)
    for path in ("", f"{audit.pk}/", f"{audit.pk}/pages/", f"{audit.pk}/findings/"):
        assert client.get(f"/admin/audits/{path}").status_code == 302
    assert "/admin/audits/" not in client.get("/admin/").content.decode()
    client.logout()
    assert client.get("/admin/audits/").status_code == 302


def test_an_audit_that_does_not_exist_is_a_404(officer):
    for path in ("99/", "99/pages/", "99/findings/"):
        assert officer.get(f"/admin/audits/{path}").status_code == 404
