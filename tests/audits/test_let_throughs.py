"""Laissez-passer and dérogations: two permissions, two forms, an end that somebody is told of, never mixed."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Page, PageLogEntry

from audits.admin.finding_actions import finding_actions
from audits.gate.blocking import accepts
from audits.models import Derogation, LaissezPasser
from audits.tasks import report_decisions_due
from services.outbox.models import Mail
from tests.audits.decided import OFFICER, administrator, editor, officer, village

__all__ = ["administrator", "editor", "officer", "village"]

WHY = "La description du plan est commandée."
BURDEN = {
    "content": "Le plan de 1830",
    "reasoning": "Le décrire coûterait deux ans de budget.",
    "alternative": "Une page raconte chaque rue.",
    "alternative_is_digital": "on",
}
KINDS = {
    "laissez_passer": (LaissezPasser, {"reason": WHY}, "audits.grant_laissezpasser"),
    "derogations": (Derogation, BURDEN, "audits.grant_derogation"),
}


def day(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


@pytest.fixture
def refused(village):
    return village.refused()


def address(kind: str, refused, position: int = 0) -> str:
    page, verdict = refused
    return reverse(f"{kind}:new", args=[page.pk, verdict.pk, position])


@pytest.mark.parametrize("kind", KINDS)
def test_who_may_lets_one_element_through_until_a_day(refused, officer, village, kind):
    page, verdict = refused
    model, values, action = KINDS[kind]
    assert {each.url for each in finding_actions(officer.user, page, verdict, 0)} >= {address(kind, refused)}
    assert "pas d’alternative" in officer.get(address(kind, refused)).text
    assert officer.post(address(kind, refused), values | {"ends_on": day(20)}).status_code == 302
    granted = model.objects.get()
    assert (granted.page_id, granted.user, granted.criteria) == (page.pk, officer.user, ["1.1"])
    entry = PageLogEntry.objects.get(page=page.pk, action=action)
    assert (entry.user, entry.data["why"]) == (officer.user, granted.why)
    assert Mail.objects.get().to == OFFICER and granted.why in Mail.objects.get().text
    assert finding_actions(officer.user, page, verdict, 0) == []
    assert "ne bloque plus" in officer.post(address(kind, refused), values | {"ends_on": day(20)}).text
    assert model.objects.count() == 1
    page.get_latest_revision().publish(user=village.admin)
    assert Page.objects.get(pk=page.pk).live and model.objects.get().online_since


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "wrong", [{"ends_on": day(-1)}, {"ends_on": day(5000)}, {"ends_on": ""}, {"ends_on": "demain"}]
)
def test_an_end_that_is_none_is_refused_and_nothing_typed_is_lost(refused, officer, kind, wrong):
    model, values, _ = KINDS[kind]
    answer = officer.post(address(kind, refused), values | wrong)
    assert answer.status_code == 200 and "Rien n’est enregistré" in answer.text
    assert next(iter(values.values())) in answer.text
    assert not model.objects.exists()


@pytest.mark.parametrize(
    ("kind", "missing"),
    [("laissez_passer", "reason"), *(("derogations", name) for name in ("content", "reasoning", "alternative"))],
)
def test_what_the_law_asks_for_is_not_left_out(refused, officer, kind, missing):
    model, values, _ = KINDS[kind]
    assert officer.post(address(kind, refused), values | {"ends_on": day(3), missing: " "}).status_code == 200
    assert not model.objects.exists()


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_for_those_who_were_given_it(refused, officer, editor, administrator, client, kind):
    model, values, _ = KINDS[kind]
    other = "add_derogation" if kind == "laissez_passer" else "add_laissezpasser"
    group = officer.user.groups.get()
    group.permissions.set(group.permissions.filter(codename__in=["access_admin", other]))
    for somebody in (officer, editor, administrator, client):
        assert somebody.post(address(kind, refused), values | {"ends_on": day(3)}).status_code in (302, 403)
        assert "<textarea" not in somebody.get(address(kind, refused), follow=True).text
    assert not model.objects.exists() and not accepts(refused[1], refused[0])


def test_forged_addresses_lead_nowhere(refused, officer, village):
    page, verdict = refused
    other, _ = village.refused("Autre", '<img src="/autre.jpg">')
    for numbers in ([other.pk, verdict.pk + 7, 0], [page.pk, verdict.pk, 5], [9999, verdict.pk, 0]):
        for kind, (model, values, _) in KINDS.items():
            forged = reverse(f"{kind}:new", args=numbers)
            assert officer.post(forged, values | {"ends_on": day(3)}).status_code == 404
            assert not model.objects.exists()


def test_an_end_is_announced_once_listed_and_void_after(refused, officer, django_capture_on_commit_callbacks):
    page, verdict = refused
    index = reverse("laissez_passer:index")
    assert "Aucun laissez-passer n’a été accordé" in officer.get(index).text
    with django_capture_on_commit_callbacks(execute=True):
        officer.post(address("laissez_passer", refused), {"reason": WHY, "ends_on": day(15)})
    due = DBTaskResult.objects.get(task_path=report_decisions_due.module_path)
    assert timezone.localdate(due.run_after).isoformat() == day(1)
    Mail.objects.all().delete()

    def listed(state: str) -> str:
        return BeautifulSoup(officer.get(f"{index}?state={state}").content, "html5lib").main.text

    call_command("report_decisions")
    assert not Mail.objects.exists() and "Marché" not in listed("soon") and "Marché" in listed("in_force")
    LaissezPasser.objects.update(ends_on=day(14))
    call_command("report_decisions")
    call_command("report_decisions")
    assert {mail.to for mail in Mail.objects.all()} == {OFFICER, "samir@essai.example"}
    assert Mail.objects.count() == 2 and "sera refusée" in Mail.objects.first().text
    assert "Marché" in listed("soon") and "1 bientôt échu" in officer.get(index).text
    LaissezPasser.objects.update(ends_on=day(-1))
    assert "Marché" in listed("over") and "Marché" not in listed("in_force")
    assert not accepts(verdict, page)


@pytest.mark.parametrize("kind", KINDS)
def test_one_is_withdrawn_before_its_day(refused, officer, editor, kind):
    page, verdict = refused
    model, values, _ = KINDS[kind]
    officer.post(address(kind, refused), values | {"ends_on": day(15)})
    detail = reverse(f"{kind}:detail", args=[model.objects.get().pk])
    assert next(iter(values.values())) in officer.get(detail).text
    editor.post(detail, {"why": "Non."})
    assert accepts(verdict, page)
    assert officer.post(detail, {"why": "Le plan est décrit."}).status_code == 302
    assert not accepts(verdict, page)
    assert PageLogEntry.objects.get(page=page.pk, action="audits.withdraw").data["why"] == "Le plan est décrit."
    assert "est déjà" in officer.post(detail, {"why": "Encore."}).text
