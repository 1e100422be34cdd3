"""What may be declared of a site: pure logic, then what is read from the database."""

from datetime import date
from fractions import Fraction

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Site

from accessibility import rgaa
from accessibility.outcome import LegalState, Status
from audits.models import AccessibilityStatement
from audits.statement.criteria import UnknownCriteria, read_criteria, statuses_of
from audits.statement.declaring import Ground, HumanAudit, MachineAudit, declare, years_later
from audits.statement.missing import missing
from audits.statement.queries import facts_of, machine_audit, state_of, statement_of
from tests.home.statements import COMPLETE, CRITERIA, TODAY, machine_found, people_found
from tests.home.statements import declare as fill_in

DAY = date(2026, 3, 1)
NUMBERS = list(rgaa.load().criteria)


def people(met: int, failed: int, left: int = 0, on: date = DAY) -> HumanAudit:
    statuses = [Status.C] * met + [Status.NC] * failed + [Status.NT] * left
    statuses += [Status.NA] * (len(NUMBERS) - len(statuses))
    return HumanAudit(on, "Ada Martin", dict(zip(NUMBERS, statuses, strict=True)))


def machine(*failing: str, on: date = DAY) -> MachineAudit:
    return MachineAudit(on, 3, dict.fromkeys(failing, 1))


@pytest.mark.parametrize(
    ("human", "found", "state", "ground", "rate"),
    [
        (None, None, LegalState.NONE, Ground.NEVER_AUDITED, None),
        (None, machine(), LegalState.NONE, Ground.NEVER_AUDITED, None),
        (people(99, 0, on=date(2026, 9, 9)), None, LegalState.NONE, Ground.NEVER_AUDITED, None),
        (people(99, 0), None, LegalState.FULL, Ground.AUDITED, 1),
        (people(99, 1), None, LegalState.PARTIAL, Ground.AUDITED, Fraction(99, 100)),
        (people(50, 50), None, LegalState.PARTIAL, Ground.AUDITED, Fraction(1, 2)),
        (people(49, 50), None, LegalState.NONE, Ground.AUDITED, Fraction(49, 99)),
        (people(99, 0, 1), None, LegalState.NONE, Ground.UNDECIDED, None),
        (people(0, 0), None, LegalState.NONE, Ground.AUDITED, None),
        (people(99, 0, on=date(2023, 6, 2)), None, LegalState.FULL, Ground.AUDITED, 1),
        (people(99, 0, on=date(2023, 6, 1)), None, LegalState.NONE, Ground.OUT_OF_DATE, None),
    ],
)
def test_the_state_comes_from_people(human, found, state, ground, rate):
    declared = declare(human, found, date(2026, 6, 1))
    assert (declared.state, declared.ground, declared.rate) == (state, ground, rate)


def test_the_machine_lowers_and_never_raises():
    later = date(2026, 4, 1)
    assert declare(people(99, 0), machine("1.1", on=later), later).state is LegalState.PARTIAL
    assert declare(people(50, 50), machine(NUMBERS[0], on=later), later).state is LegalState.NONE
    assert declare(people(50, 50), machine(on=later), later).rate == Fraction(1, 2)
    lowered = declare(people(99, 0), machine("1.1", NUMBERS[-1], on=later), later)
    assert lowered.lowered == ("1.1", NUMBERS[-1]) and lowered.rate == Fraction(98, 100)
    already = declare(people(50, 50), machine(NUMBERS[60], on=later), later)
    assert already.lowered == () and already.rate == Fraction(1, 2)


def test_what_the_machine_found_before_people_came_is_theirs_to_judge():
    before = machine("1.1", on=date(2026, 2, 28))
    assert declare(people(99, 0), before, date(2026, 4, 1)).state is LegalState.FULL


def test_three_years_after_a_day_that_does_not_come_back():
    assert years_later(date(2024, 2, 29), 3) == date(2027, 3, 1)


def test_criteria_are_read_as_people_write_them():
    assert read_criteria("9.1, 3.2;8.9 et\n1.1") == ["1.1", "3.2", "8.9", "9.1"]
    with pytest.raises(UnknownCriteria, match="1.12, 3"):
        read_criteria("1.1 1.12 3")
    counted = list(statuses_of("1.1", "4.1 4.2").values())
    assert [counted.count(status) for status in (Status.C, Status.NC, Status.NA)] == [103, 1, 2]


@pytest.fixture
def site(db) -> Site:
    return Site.objects.get(is_default_site=True)


@pytest.mark.parametrize(
    ("fields", "wrong", "said"),
    [
        ({"schema_from": 2025, "schema_until": 2028}, "schema_until", "une année de 2025 à 2027"),
        ({"schema_link": "schema.pdf"}, "schema_link", "commence par"),
        ({"plan_link": "javascript:alert(1)"}, "plan_link", "commence par"),
        ({"plan_link": "//ailleurs.example/"}, "plan_link", "commence par"),
        ({"plan_link": "https://[::1"}, "plan_link", "commence par"),
        ({"established_on": date(2199, 1, 1)}, "established_on", "à venir"),
        ({"criteria_failed": "1.1"}, "audited_on", "en entier"),
        ({**people_found(3), "criteria_met": None}, "criteria_met", "en entier"),
        ({**people_found(3), "criteria_failed": "1.1, 99.1"}, "criteria_failed", "pas de critère 99.1"),
        ({**people_found(3), "criteria_failed": CRITERIA[-1]}, "criteria_not_applicable", CRITERIA[-1]),
        ({**people_found(3), "criteria_failed": ""}, "criteria_met", "reste 100 conformes sur 106, et non 97"),
        ({"plan_year": 26}, "plan_year", "quatre chiffres"),
    ],
)
def test_what_cannot_be_true_is_refused_with_what_to_do(site, fields, wrong, said):
    with pytest.raises(ValidationError) as caught:
        AccessibilityStatement(site=site, **fields).full_clean()
    assert said in " ".join(caught.value.message_dict[wrong])


@pytest.mark.parametrize("link", ["/schema/", "/documents/3/plan.pdf", "https://www.essai.example/plan?x=1"])
def test_good_links_and_a_whole_audit_are_accepted(site, link):
    AccessibilityStatement(site=site, schema_link=link, **people_found(3)).full_clean()


def test_figures_that_came_by_another_way_neither_break_nor_raise(site):
    for fields in ({"criteria_failed": "quatre"}, {"criteria_failed": ""}, {"audited_by": ""}):
        fill_in(site, **{**people_found(40), **fields})
        assert state_of(site) is LegalState.NONE
        assert statement_of(site).declared.ground is Ground.NEVER_AUDITED


def test_without_an_audit_by_people_the_state_costs_one_query(site, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert state_of(site) is LegalState.NONE


def test_the_last_finished_audit_of_the_whole_site_counts(site):
    assert machine_audit(site) is None
    audit = machine_found(site)
    found = machine_audit(site)
    assert found.pages == 2 and found.failing == {"6.2": 1, "10.1": 1}
    machine_found(site, under="/blog")
    type(audit).objects.filter(pk=audit.pk).update(state="running")
    assert machine_audit(site) is None, "neither a part of the site nor an audit that goes on"
    fill_in(site, **people_found(0))
    assert state_of(site) is LegalState.FULL
    type(audit).objects.filter(pk=audit.pk).update(state="finished")
    assert state_of(site) is LegalState.PARTIAL
    assert [criterion.id for criterion in statement_of(site).lowered] == ["6.2", "10.1"]


def test_the_check_list_names_all_that_is_missing(site):
    said = " ".join(missing(facts_of(site), TODAY))
    for part in ("schéma", "plan d’actions", "bilan", "audit par des personnes", "date", "technologies", "outils"):
        assert part in said, part
    full = {**COMPLETE, **people_found(4)} | dict.fromkeys(
        ("schema_link", "plan_link", "balance_link"), "/documents/1/a"
    )
    fill_in(site, **full)
    assert missing(facts_of(site), TODAY) == []
    for fields, said in (
        ({"schema_from": TODAY.year - 4, "schema_until": TODAY.year - 2}, "ne couvre pas"),
        ({"plan_year": TODAY.year - 1}, "publiez celui de"),
        ({"plan_link": "/nulle-part/"}, "Aucune page en ligne"),
        ({"audited_on": years_later(TODAY, -4)}, "plus de trois ans"),
        ({"established_on": years_later(TODAY, -4)}, "plus de trois ans"),
        ({"failures": " "}, "en clair"),
        ({"audited_pages": ""}, "pages vérifiées"),
    ):
        fill_in(site, **{**full, **fields})
        found = missing(facts_of(site), TODAY)
        assert len(found) == 1 and said in found[0], (fields, found)
