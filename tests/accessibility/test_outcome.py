"""How outcomes combine. A wrong rule here is a false legal statement, so each is put as a property."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.outcome import (
    LegalState,
    Outcome,
    Status,
    conformity_rate,
    legal_state,
    outcome_of_test,
    percent_rounded_down,
    rate_bounds,
    status_of_criterion,
    status_over_sample,
    strongest,
)

outcomes = st.sampled_from(list(Outcome))
statuses = st.sampled_from(list(Status))
finished = st.sampled_from([Status.C, Status.NC, Status.NA])
lists_of_outcomes = st.lists(outcomes, min_size=1, max_size=8)
lists_of_statuses = st.lists(statuses, max_size=106)
rates = st.fractions(min_value=0, max_value=1, max_denominator=212)


@given(outcomes, outcomes, outcomes)
def test_strongest_is_associative_commutative_and_idempotent(a, b, c):
    assert strongest([strongest([a, b]), c]) == strongest([a, strongest([b, c])])
    assert strongest([a, b]) == strongest([b, a])
    assert strongest([a, a]) == a


@given(lists_of_outcomes)
def test_a_failure_wins_over_everything_and_a_doubt_over_what_is_left(found):
    if Outcome.FAILED in found:
        assert strongest(found) is Outcome.FAILED
    elif Outcome.CANT_TELL in found:
        assert strongest(found) is Outcome.CANT_TELL
    else:
        assert strongest(found) in found


def test_nothing_looked_at_is_untested():
    assert strongest([]) is Outcome.UNTESTED


facts = st.fixed_dictionaries(
    {name: st.booleans() for name in ("failed", "to_review", "absent", "decided", "needs_several_pages")}
)


@given(facts)
def test_passed_is_said_only_when_decided_with_no_doubt_left(known):
    outcome = outcome_of_test(**known)
    if outcome is Outcome.PASSED:
        assert known["decided"]
    if outcome in (Outcome.PASSED, Outcome.INAPPLICABLE):
        assert not known["failed"] and not known["to_review"] and not known["needs_several_pages"]
    if outcome is Outcome.INAPPLICABLE:
        assert known["absent"]
    assert (outcome is Outcome.FAILED) == known["failed"]


@given(facts)
def test_a_defect_or_a_doubt_never_makes_a_test_better(known):
    order = [Outcome.FAILED, Outcome.UNTESTED, Outcome.CANT_TELL, Outcome.PASSED, Outcome.INAPPLICABLE]
    before = order.index(outcome_of_test(**known))
    for worse in ("failed", "to_review"):
        after = order.index(outcome_of_test(**(known | {worse: True})))
        assert after <= before


def test_finding_nothing_proves_nothing():
    assert outcome_of_test(failed=False, to_review=False, absent=False, decided=False) is Outcome.CANT_TELL


@given(lists_of_outcomes)
def test_status_of_a_criterion(found):
    status = status_of_criterion(found)
    assert (status is Status.NC) == (Outcome.FAILED in found)
    assert (status is Status.NA) == (set(found) == {Outcome.INAPPLICABLE})
    if status is Status.C:
        assert set(found) <= {Outcome.PASSED, Outcome.INAPPLICABLE} and Outcome.PASSED in found
    if status is Status.NT:
        assert {Outcome.CANT_TELL, Outcome.UNTESTED} & set(found)


@given(lists_of_outcomes)
def test_the_order_of_tests_does_not_matter(found):
    assert {status_of_criterion(order) for order in list(permutations(found))[:24]} == {status_of_criterion(found)}


def test_a_criterion_without_answer_is_not_tested():
    assert status_of_criterion([]) is Status.NT


@given(st.lists(statuses, min_size=1, max_size=20))
def test_status_over_a_sample(pages):
    over_all = status_over_sample(pages)
    assert over_all in pages
    assert (over_all is Status.NC) == (Status.NC in pages)
    assert (over_all is Status.NA) == (set(pages) == {Status.NA})
    if over_all is Status.C:
        assert Status.NT not in pages


@given(st.lists(finished, min_size=1, max_size=20))
def test_a_finished_audit_agrees_with_the_official_workbook(pages):
    """The workbook looks for NC, then C, then NT, then NA."""
    official = next(s for s in (Status.NC, Status.C, Status.NT, Status.NA) if s in pages)
    assert status_over_sample(pages) is official


@given(st.lists(statuses, min_size=1, max_size=20))
def test_a_failing_page_never_makes_a_sample_better(pages):
    assert status_over_sample([*pages, Status.NC]) is Status.NC


@given(lists_of_statuses)
def test_the_rate_is_hidden_while_anything_is_left_to_test(criteria):
    rate = conformity_rate(criteria)
    if Status.NT in criteria:
        assert rate is None
    elif rate is not None:
        assert rate * (criteria.count(Status.C) + criteria.count(Status.NC)) == criteria.count(Status.C)
    else:
        assert set(criteria) <= {Status.NA}


@given(lists_of_statuses, st.data())
def test_the_bounds_hold_the_final_rate_whatever_a_person_decides(criteria, data):
    final = [data.draw(finished) if status is Status.NT else status for status in criteria]
    bounds, rate = rate_bounds(criteria), conformity_rate(final)
    if rate is None:
        assert bounds is None or Status.NT in criteria
    else:
        assert bounds.lowest <= rate <= bounds.highest


@given(lists_of_statuses)
def test_the_bounds_are_reached(criteria):
    bounds = rate_bounds(criteria)
    if bounds is not None:
        worst = [Status.NC if s is Status.NT else s for s in criteria]
        best = [Status.C if s is Status.NT else s for s in criteria]
        assert (conformity_rate(worst), conformity_rate(best)) == (bounds.lowest, bounds.highest)


@given(st.lists(finished, max_size=106))
def test_one_more_failed_criterion_never_raises_the_rate(criteria):
    before, after = conformity_rate(criteria), conformity_rate([*criteria, Status.NC])
    assert after is not None
    if before is not None:
        assert after <= before


@given(rates, st.integers(min_value=0, max_value=3))
def test_a_rate_is_never_rounded_up(rate, decimals):
    shown = Fraction(percent_rounded_down(rate, decimals).replace(",", "."))
    assert shown <= rate * 100 < shown + Fraction(1, 10**decimals)


@pytest.mark.parametrize(
    ("rate", "decimals", "shown"),
    [
        (Fraction(495, 1000), 0, "49"),
        (Fraction(49999, 100000), 0, "49"),
        (Fraction(49999, 100000), 1, "49,9"),
        (Fraction(49999, 100000), 2, "49,99"),
        (Fraction(1, 2), 0, "50"),
        (Fraction(999, 1000), 0, "99"),
        (Fraction(1), 2, "100,00"),
        (Fraction(0), 0, "0"),
        (Fraction(1, 14), 2, "7,14"),
        (Fraction(1, 100), 2, "1,00"),
    ],
)
def test_rates_as_they_are_printed(rate, decimals, shown):
    assert percent_rounded_down(rate, decimals) == shown


@pytest.mark.parametrize(
    ("rate", "state"),
    [
        (None, LegalState.NONE),
        (Fraction(0), LegalState.NONE),
        (Fraction(49, 100), LegalState.NONE),
        (Fraction(495, 1000), LegalState.NONE),
        (Fraction(49999, 100000), LegalState.NONE),
        (Fraction(1, 2), LegalState.PARTIAL),
        (Fraction(105, 106), LegalState.PARTIAL),
        (Fraction(1), LegalState.FULL),
    ],
)
def test_the_state_that_may_be_declared(rate, state):
    assert legal_state(rate) is state


@given(rates)
def test_the_printed_rate_never_claims_a_better_state(rate):
    shown = Fraction(int(percent_rounded_down(rate)), 100)
    order = list(reversed(LegalState))
    assert order.index(legal_state(shown)) <= order.index(legal_state(rate))


@given(st.lists(finished, max_size=106), st.integers(min_value=0, max_value=105))
def test_turning_a_conform_criterion_into_a_failed_one_never_improves_the_state(criteria, position):
    if position < len(criteria) and criteria[position] is Status.C:
        worse = [*criteria[:position], Status.NC, *criteria[position + 1 :]]
        order = list(reversed(LegalState))
        assert order.index(legal_state(conformity_rate(worse))) <= order.index(legal_state(conformity_rate(criteria)))
