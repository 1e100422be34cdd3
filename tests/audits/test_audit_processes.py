"""A criterion holds on a step of a process only if it holds on all its steps, in the summary, rates and exports."""

import json
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accessibility import rgaa
from accessibility.outcome import Status
from audits.auditing import actions
from audits.auditing.exports.formats import FORMATS
from audits.auditing.remaining import remaining_of
from audits.auditing.summary import summarise
from audits.models import Audit, AuditPage
from audits.models.sample_kind import SampleKind
from tests.audits.audited import START, done, proposed_sample, started

pytestmark = pytest.mark.django_db
CRITERIA = ("1.1", "8.3", "13.1")
OUTCOMES = {"C": "passed", "NC": "failed", "NA": "inapplicable", "NT": "cantTell"}


def audited(pages: list[tuple[str, dict[str, str]]], lost: str = "") -> Audit:
    """An audit of steps: the process of each and the status of three criteria, all others inapplicable; a step of
    `lost` that could not be judged."""
    audit = started()
    actions.record_visit(audit, done(START))
    audit.pages.all().delete()
    reference = rgaa.load()
    for number, (process, statuses) in enumerate(pages):
        tests = {test: OUTCOMES[statuses.get(found.criterion_id, "NA")] for test, found in reference.tests.items()}
        AuditPage.objects.create(
            audit=audit, address=f"{START}{number}", process=process, state=AuditPage.State.DONE, tests=tests
        )
    if lost:
        AuditPage.objects.create(audit=audit, address=f"{START}lost", process=lost, state=AuditPage.State.ERROR)
    return audit


def as_the_method_says(pages) -> list[dict[str, str]]:
    """Each page's statuses, written from the method: what is met here is met only if it is on every step."""
    after = []
    for process, statuses in pages:
        steps = [theirs for name, theirs in pages if process and name == process] or [statuses]
        mine = dict(statuses)
        for criterion, status in statuses.items():
            if status == "C" and any(step[criterion] == "NC" for step in steps):
                mine[criterion] = "NC"
            elif status == "C" and any(step[criterion] == "NT" for step in steps):
                mine[criterion] = "NT"
        after.append(mine)
    return after


statuses = st.fixed_dictionaries({criterion: st.sampled_from(list(OUTCOMES)) for criterion in CRITERIA})
pages_of_audits = st.lists(st.tuples(st.sampled_from(["", "Demande", "Inscription"]), statuses), min_size=1, max_size=5)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pages_of_audits)
def test_the_summary_the_rates_and_the_export_follow_the_method(pages):
    audit = audited(pages)
    expected = as_the_method_says(pages)
    exported = json.loads("".join(FORMATS["json"].write(audit)))["pages"]
    assert [{criterion: page["criteria"][criterion] for criterion in CRITERIA} for page in exported] == expected
    summary = summarise(audit)
    lines = {line.criterion.id: line for line in summary.criteria}
    for criterion in CRITERIA:
        assert lines[criterion].pages_failing == [page[criterion] for page in expected].count("NC")
    rates = []
    for page in expected:
        held, broken = list(page.values()).count("C"), list(page.values()).count("NC")
        rates.append(Fraction(held, held + broken) if held + broken and "NT" not in page.values() else None)
    numbers = audit.pages.order_by("pk").values_list("pk", flat=True)
    assert [summary.page_rates.get(number) for number in numbers] == rates
    known = [rate for rate in rates if rate is not None]
    undecided = any("NT" in page.values() for page in expected)
    assert summary.mean_rate == (sum(known) / len(known) if known and not undecided else None)


def test_a_step_that_could_not_be_judged_leaves_the_others_undecided():
    audit = audited([("Demande", {"1.1": "C", "8.3": "NC"}), ("", {"1.1": "C"})], lost="Demande")
    first, second = (page for page in json.loads("".join(FORMATS["json"].write(audit)))["pages"] if "tests" in page)
    assert (first["criteria"]["1.1"], first["criteria"]["8.3"]) == ("NT", "NC")
    assert second["criteria"]["1.1"] == "C"
    assert {line.criterion.id: line.status for line in summarise(audit).criteria}["1.1"] is Status.NT


def test_documents_are_left_to_a_person_and_decide_nothing_before():
    audit = audited([("", {"1.1": "C"})])
    assert {line.criterion.id: line.status for line in summarise(audit).criteria}["13.3"] is Status.NA
    paper = AuditPage.objects.create(
        audit=audit, address=f"{START}plan.pdf", kind=SampleKind.DOCUMENT, state=AuditPage.State.DOCUMENT
    )
    left = {line.criterion.id: line for line in remaining_of(summarise(audit))}
    assert left["13.3"].documents == left["13.4"].documents == (paper,)


def test_the_exports_say_why_a_page_is_in_the_sample():
    audit = proposed_sample()
    document = json.loads("".join(FORMATS["json"].write(audit)))
    assert document["sample"] == {
        "seed": 7,
        "pages": 5,
        "at_random": 1,
        "share_at_random": "1/5",
        "processes": {"Demande": [f"{START}demande/etape-1", f"{START}demande/etape-2"]},
        "documents": [
            {"url": f"{START}plan.pdf", "kind": "document", "chosen_for": "document à télécharger\xa0: urbanisme"}
        ],
    }
    (home,) = document["pages"]
    assert home["chosen_for"] == "accueil" and home["kind"] == "home" and document["state"] == "proposed"
