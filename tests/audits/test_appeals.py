"""« Je pense que c’est une erreur »: an editor contests a finding, the officer sees the evidence and answers."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import PageLogEntry

from accessibility.engine import check_source
from audits.admin.finding_actions import CONTEST, finding_actions
from audits.gate.blocking import accepts
from audits.gate.draft_checks import remember
from audits.models import Appeal
from home.roles import EDITORS, MODERATORS
from services.outbox.models import Mail
from tests.audits.decided import IMAGE, OFFICER, RULE, editor, found, officer, village

__all__ = ["editor", "officer", "village"]

WHY = "Ce trait ne dit rien."
ANSWER = "C’est juste : il est décoratif."
SECRET = "Le maire démissionne."
BODY = f"<p>Avant {IMAGE} après.</p><p>{SECRET}</p>"


@pytest.fixture
def refused(village):
    return village.refused("Marché", BODY, found() | {"targets": ["main > p:nth-child(2) > img"]})


def new_address(page, verdict, position: int = 0) -> str:
    return reverse("appeals:new", args=[page.pk, verdict.pk, position])


def detail(appeal) -> str:
    return reverse("appeals:detail", args=[appeal.pk])


@pytest.fixture
def appeal(refused, editor) -> Appeal:
    editor.post(new_address(*refused), {"why": WHY})
    return Appeal.objects.get()


def test_the_refusal_offers_to_contest_and_the_officer_gets_the_evidence(refused, editor, village):
    page, verdict = refused
    assert [action.label for action in finding_actions(editor.user, page, verdict, 0)] == [CONTEST]
    refusal = page.refusals.get()
    shown = editor.get(f"{reverse('wagtailadmin_pages:edit', args=[page.pk])}?refus={refusal.pk}").text
    assert new_address(page, verdict) in shown
    form = editor.get(new_address(page, verdict))
    assert "pas d’alternative" in form.text and "&lt;img src=&quot;/mairie.jpg&quot;&gt;" in form.text

    answer = editor.post(new_address(page, verdict), {"why": WHY}, follow=True)
    assert "Votre contestation est envoyée" in answer.text
    appeal = Appeal.objects.get()
    assert (appeal.page.pk, appeal.revision, appeal.verdict) == (page.pk, page.latest_revision, verdict)
    assert (appeal.rule, appeal.block, appeal.code, appeal.reason) == (RULE, "body.0000-0", IMAGE, WHY)
    assert (appeal.user, appeal.site, appeal.state) == (editor.user, village.site, "open")
    mail = Mail.objects.get()
    assert (mail.to, mail.reply_to) == (OFFICER, "ines@essai.example")
    assert WHY in mail.text and detail(appeal) in mail.text and IMAGE in mail.text
    entry = PageLogEntry.objects.get(page=page.pk, action="audits.appeal")
    assert (entry.user, entry.data["why"]) == (editor.user, WHY)
    (action,) = finding_actions(editor.user, page, verdict, 0)
    assert "en attente" in action.label
    assert WHY in editor.get(action.url).text and "<textarea" not in editor.get(action.url).text


def test_what_a_check_of_the_draft_finds_is_contested_before_any_refusal(refused, editor):
    page, verdict = refused
    page.refusals.all().delete()
    assert editor.get(new_address(page, verdict)).status_code == 404
    remember(page, page.latest_revision, verdict)
    assert editor.post(new_address(page, verdict), {"why": WHY}).status_code == 302
    assert Appeal.objects.get().revision == page.latest_revision


DECISIONS = {
    "confirmed": (False, "audits.appeal_confirmed", "Le défaut est confirmé"),
    "overruled": (True, "audits.overrule", "L’élément est écarté"),
    "advice": (True, "audits.advise_rule", "ne bloque plus les publications de ce site"),
}


@pytest.mark.parametrize("decision", DECISIONS)
def test_the_officer_decides_once_and_the_editor_is_told_why(appeal, refused, officer, decision):
    page, verdict = refused
    opens, action, told = DECISIONS[decision]
    shown = officer.get(detail(appeal)).text
    for evidence in (WHY, RULE, "test 1.1.1", "moteur 9", "body.0000-0", "Avant"):
        assert evidence in shown
    Mail.objects.all().delete()
    answer = officer.post(detail(appeal), {"decision": decision, "answer": ANSWER}, follow=True)
    assert "La réponse est envoyée" in answer.text
    appeal.refresh_from_db()
    assert (appeal.state, appeal.answer, appeal.decided_by) == (decision, ANSWER, officer.user)
    assert accepts(verdict, page) is opens
    assert {mail.to for mail in Mail.objects.all()} == {OFFICER, "ines@essai.example"}
    assert told in Mail.objects.first().text and ANSWER in Mail.objects.first().text
    entry = PageLogEntry.objects.get(page=page.pk, action=action)
    assert (entry.user, entry.data["why"]) == (officer.user, ANSWER)
    history = officer.get(detail(appeal)).text
    assert ANSWER in history and "<textarea" not in history
    other = "overruled" if decision == "confirmed" else "confirmed"
    assert "est déjà" in officer.post(detail(appeal), {"decision": other, "answer": "Non."}).text
    assert Appeal.objects.get().state == decision


@pytest.mark.parametrize("decision", ["overruled", "advice"])
def test_what_was_decided_is_undone_and_blocks_again(appeal, refused, officer, decision):
    page, verdict = refused
    officer.post(detail(appeal), {"decision": decision, "answer": ANSWER})
    assert accepts(verdict, page)
    undo = reverse("appeals:undo", args=[appeal.pk])
    assert undo in officer.get(detail(appeal)).text
    assert officer.post(undo, {"why": ""}).status_code == 200
    assert accepts(verdict, page)
    assert officer.post(undo, {"why": "Trop large."}).status_code == 302
    assert not accepts(verdict, page)
    assert Appeal.objects.get().is_open
    assert PageLogEntry.objects.get(page=page.pk, action="audits.undo_decision").data["why"] == "Trop large."
    assert "il n’y a rien à annuler" in officer.post(undo, {"why": "Encore."}).text.replace("\xa0", " ")


def test_nobody_decides_or_contests_without_the_right_to(appeal, refused, editor, village, client):
    page, verdict = refused
    undo, fixture = (reverse(f"appeals:{name}", args=[appeal.pk]) for name in ("undo", "fixture"))
    Appeal.objects.update(state="overruled")
    for somebody in (editor, client):
        for address in (detail(appeal), undo, fixture, reverse("appeals:index")):
            assert somebody.get(address).status_code in (302, 403), address
        somebody.post(undo, {"why": "Non."})
    Appeal.objects.update(state="open")
    editor.post(detail(appeal), {"decision": "overruled", "answer": ANSWER})
    assert Appeal.objects.get().state == "open"
    other, its_verdict = village.refused("Autre", '<img src="/autre.jpg">', found('<img src="/autre.jpg">'))
    for forged in ([page.pk, its_verdict.pk, 0], [other.pk, verdict.pk, 0], [page.pk, verdict.pk, 1], [page.pk, 99, 0]):
        assert editor.post(reverse("appeals:new", args=forged), {"why": WHY}).status_code == 404
    outsider = village.person(EDITORS, "noe")
    outsider.user.groups.clear()
    assert outsider.post(new_address(other, its_verdict), {"why": WHY}).status_code in (302, 403)
    assert finding_actions(outsider.user, other, its_verdict, 0) == []
    assert Appeal.objects.count() == 1


def test_a_defect_is_contested_once_at_a_time_and_nothing_typed_is_lost(appeal, refused, village, officer):
    page, verdict = refused
    second = village.person(MODERATORS, "noe")
    assert "déjà contesté" in second.post(new_address(page, verdict), {"why": WHY}).text
    long = "Mot. " * 1100
    other = village.refused("Autre", '<img src="/autre.jpg">', found('<img src="/autre.jpg">'))
    told = second.post(new_address(*other), {"why": long}).text
    assert "Raccourcissez votre texte" in told and long.strip() in told
    kept = officer.post(detail(appeal), {"answer": "Une réponse écrite."}).text
    assert "Choisissez une décision" in kept and "Une réponse écrite." in kept
    assert Appeal.objects.count() == 1
    officer.post(detail(appeal), {"decision": "confirmed", "answer": ANSWER})
    assert ANSWER in second.get(new_address(page, verdict)).text
    assert second.post(new_address(page, verdict), {"why": "J’insiste."}).status_code == 302


def test_the_list_counts_filters_searches_and_turns_pages(officer, village, appeal):
    index = reverse("appeals:index")
    for number in range(31):
        Appeal.objects.create(
            verdict=appeal.verdict, position=0, reason="Non.", page_title=f"Page {number}", state="confirmed"
        )
    first = officer.get(index)
    assert "1 à traiter" in first.text and "Page 30" in first.text and "Page 0<" not in first.text
    assert "?p=2" in first.text and "Marché" in officer.get(f"{index}?p=2").text

    def listed(query: str) -> str:
        return BeautifulSoup(officer.get(f"{index}?{query}").content, "html5lib").main.text

    assert "Marché" in listed("state=open") and "Page 30" not in listed("state=open")
    assert "Page 17" in listed("q=Page 17") and "Marché" not in listed("q=Page 17")
    assert "Aucune contestation ne correspond" in listed("state=advice")
    Appeal.objects.all().delete()
    assert "Personne n’a encore contesté" in listed("") and "aucune à traiter" in officer.get(index).text


def test_an_overruled_element_becomes_a_page_that_the_engine_fails_the_same_way(village, editor, officer):
    frame, rule = '<iframe src="/plan"></iframe>', "c02_01_frame_without_title"
    finding = found(frame, rule=rule) | {"targets": ["main > p:nth-child(2) > iframe"]}
    page, verdict = village.refused("Marché", f"<p>Avant {frame} après.</p><p>{SECRET}</p>", finding)
    editor.post(new_address(page, verdict), {"why": WHY})
    appeal = Appeal.objects.get()
    fixture = reverse("appeals:fixture", args=[appeal.pk])
    assert officer.get(fixture).status_code == 404
    officer.post(detail(appeal), {"decision": "overruled", "answer": ANSWER})
    answer = officer.get(fixture)
    assert answer["Content-Disposition"] == f'attachment; filename="{rule}-{appeal.pk}.html"'
    exported = answer.content.decode()
    head = json.loads(exported.partition("<!--")[2].partition("-->")[0])
    assert head["rule"] == rule and head["versions"]["engine"] == "9"
    assert head["expected"] == {"rule": rule, "verdict": "not fail"}
    assert f"<p>Avant {frame} après.</p>" in exported
    for kept_back in (SECRET, "Marché", WHY, "parvis body"):
        assert kept_back not in exported
    assert rule in {found.rule for found in check_source(exported, "http://essai.example/").failures}


def test_what_an_editor_writes_ends_no_comment_of_the_fixture(village, editor, officer):
    nasty = '<img src="/a.jpg" title="--&gt;<script>alert(1)</script>">'
    page, verdict = village.refused("Marché", nasty, found(nasty) | {"message": "--><script>alert(2)</script>"})
    editor.post(new_address(page, verdict), {"why": WHY})
    appeal = Appeal.objects.get()
    officer.post(detail(appeal), {"decision": "overruled", "answer": ANSWER})
    told = BeautifulSoup(officer.get(reverse("appeals:fixture", args=[appeal.pk])).content, "html5lib")
    assert told.find("script") is None and told.find("img")["title"].startswith("-->")
    assert "<script>alert" not in officer.get(detail(appeal)).text


def test_evidence_of_a_page_that_is_gone_can_still_be_read(appeal, refused, officer):
    refused[0].delete()
    assert WHY in officer.get(detail(appeal)).text
    refusal = officer.post(detail(appeal), {"decision": "overruled", "answer": ANSWER})
    assert "n’existe plus" in refusal.text
    officer.post(detail(appeal), {"decision": "confirmed", "answer": ANSWER})
    assert Appeal.objects.get().state == "confirmed"
