"""What blocks a page: its verdict and the decisions in force, each for one element and no other."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Page, Site

from audits.gate.blocking import accepts, blocking_findings
from audits.gate.errors import DecisionFromFixture, PublicationRefused
from audits.gate.identity import fields_about
from audits.models import Appeal, Derogation, LaissezPasser, Verdict
from tests.audits.decided import IMAGE, found, judged, village

__all__ = ["village"]

TODAY = timezone.localdate


def overruled(page, verdict, finding, **fields) -> Appeal:
    values = {"state": "overruled", "page": page, "site": page.get_site(), "position": 0} | fields
    return Appeal.objects.create(**fields_about(finding), verdict=verdict, reason="Décorative.", **values)


def let_through(page, finding, *, days: int = 3, model=LaissezPasser):
    return model.objects.create(**fields_about(finding), page=page, ends_on=TODAY() + timedelta(days=days))


@pytest.fixture
def refused(village):
    return village.refused()


def test_without_a_decision_every_finding_blocks(refused):
    page, verdict = refused
    assert blocking_findings(verdict, page) == verdict.content_findings
    assert not accepts(verdict, page)


def test_a_verdict_that_refuses_without_saying_why_is_never_accepted(village):
    assert not accepts(Verdict(accepted=False), village.home)


@pytest.mark.parametrize(
    "changed",
    [
        {"html": '<img src="/autre.jpg">'},
        {"block": "body.autre"},
        {"rule": "c01_02_decorative_image_has_text"},
        {"whole": f"{IMAGE} et ce que l’extrait ne montre pas"},
    ],
    ids=lambda changed: next(iter(changed)),
)
@pytest.mark.parametrize("decide", [overruled, lambda page, verdict, finding: let_through(page, finding)])
def test_a_decision_holds_for_the_element_as_it_was(refused, village, decide, changed):
    page, verdict = refused
    decide(page, verdict, found())
    assert accepts(verdict, page)
    other = village.changed(page, f"{IMAGE}<p>Autre.</p>")
    assert accepts(judged(other, found()), other)
    assert not accepts(judged(other, found(**changed)), other)


def test_a_decision_holds_on_its_page_and_on_what_shows_it(refused, village):
    page, verdict = refused
    overruled(page, verdict, found())
    elsewhere, same = village.refused("Ailleurs")
    assert not accepts(same, elsewhere)
    alias = village.force_live(page).create_alias(update_slug="marche-aussi")
    assert accepts(judged(alias, found()), alias)


def test_a_rule_turned_into_advice_blocks_nothing_on_its_site_and_all_elsewhere(refused, village):
    page, verdict = refused
    decision = overruled(page, verdict, found(), state="advice")
    neighbour = village.draft("Commune voisine", "<p>Bienvenue.</p>", parent=village.root)
    Site.objects.create(hostname="voisine.example", root_page=neighbour)
    there = village.draft("Marché", IMAGE, parent=neighbour)
    other = village.draft("Autre", IMAGE)
    assert accepts(judged(other, found('<img src="/b.jpg">')), other)
    assert not accepts(judged(other, found(rule="c01_02_decorative_image_has_text")), other)
    assert not accepts(judged(there, found()), there)
    page.delete()
    assert accepts(Verdict.objects.get(key=verdict.key), other)
    decision.refresh_from_db()
    decision.state = "open"
    decision.save()
    assert not accepts(Verdict.objects.get(key=verdict.key), other)


def test_an_open_or_confirmed_appeal_decides_nothing(refused):
    page, verdict = refused
    for state in ("open", "confirmed"):
        overruled(page, verdict, found(), state=state)
        assert not accepts(verdict, page)


@pytest.mark.parametrize("model", [LaissezPasser, Derogation])
def test_a_let_through_covers_one_element_until_its_day(refused, village, model):
    page, verdict = refused
    granted = let_through(page, found(), days=0, model=model)
    assert accepts(verdict, page)
    twice = village.changed(page, f"{IMAGE}{IMAGE}")
    assert len(blocking_findings(judged(twice, found(), found()), twice)) == 1
    model.objects.update(ends_on=TODAY() - timedelta(days=1))
    assert not accepts(verdict, page)
    model.objects.update(ends_on=TODAY(), withdrawn_at=timezone.now())
    assert not accepts(verdict, page)
    assert not type(granted).objects.get().is_in_force


def test_what_ended_blocks_the_next_publication_and_takes_nothing_down(refused, village):
    page, _ = refused
    let_through(page, found())
    page.get_latest_revision().publish(user=village.admin)
    assert Page.objects.get(pk=page.pk).live
    assert LaissezPasser.objects.get().online_since
    LaissezPasser.objects.update(ends_on=TODAY() - timedelta(days=1))
    draft = village.changed(page, f"{IMAGE}<p>Samedi.</p>")
    judged(draft, found())
    with pytest.raises(PublicationRefused) as refusal:
        draft.get_latest_revision().publish(user=village.admin)
    assert refusal.value.blocking == [found()]
    assert Page.objects.get(pk=page.pk).live
    mended = village.changed(page, '<img src="/mairie.jpg" alt="La mairie">')
    judged(mended)
    mended.get_latest_revision().publish(user=village.admin)
    assert LaissezPasser.objects.get().online_since is None


def test_a_fixture_decides_nothing(refused, tmp_path):
    page, verdict = refused
    decisions = {
        "laissez": let_through(page, found()),
        "derogation": let_through(page, found(), model=Derogation),
        "appeal": overruled(page, verdict, found()),
    }
    for name, decision in decisions.items():
        file = tmp_path / f"{name}.json"
        call_command("dumpdata", decision._meta.label_lower, output=str(file))
        decision.delete()
        with pytest.raises(DecisionFromFixture):
            call_command("loaddata", str(file), verbosity=0)
    assert not accepts(verdict, page)
