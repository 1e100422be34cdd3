"""The legal rate against the method of the RGAA, transcribed in whole numbers and by trying everything."""

from fractions import Fraction
from itertools import product

from hypothesis import example, given
from hypothesis import strategies as st

from accessibility.outcome import (
    LegalState,
    Status,
    conformity_rate,
    legal_state,
    percent_rounded_down,
    rate_bounds,
    status_over_sample,
    under_process_rule,
)

statuses = st.sampled_from(list(Status))


def samples(pages: int = 4, criteria: int = 12):
    """Rows of pages, columns of criteria."""
    row = st.integers(1, criteria)
    return row.flatmap(
        lambda wide: st.lists(st.lists(statuses, min_size=wide, max_size=wide), min_size=1, max_size=pages)
    )


@given(samples())
def test_the_rate_of_a_sample_is_the_criteria_that_hold_among_those_that_apply(pages):
    held = broken = unknown = 0
    for column in zip(*pages, strict=True):
        if "NC" in column:
            broken += 1
        elif "NT" in column:
            unknown += 1
        elif "C" in column:
            held += 1
    rate = conformity_rate(status_over_sample(column) for column in zip(*pages, strict=True))
    if unknown or held + broken == 0:
        assert rate is None
    else:
        assert rate == Fraction(held, held + broken)


@given(st.lists(statuses, max_size=40).filter(lambda criteria: criteria.count(Status.NT) <= 5))
def test_the_bounds_are_the_least_and_the_best_of_all_that_can_be_decided(criteria):
    known = [status for status in criteria if status is not Status.NT]
    decisions = product((Status.C, Status.NC, Status.NA), repeat=len(criteria) - len(known))
    rates = [rate for decided in decisions if (rate := conformity_rate([*known, *decided])) is not None]
    bounds = rate_bounds(criteria)
    assert (bounds and (bounds.lowest, bounds.highest)) == ((min(rates), max(rates)) if rates else None)


@given(st.integers(0, 1000), st.integers(0, 1000))
@example(495, 505)
@example(52, 53)
@example(53, 53)
@example(0, 0)
def test_the_state_counts_criteria_and_rounds_nothing(held, broken):
    if held and not broken:
        state, least = LegalState.FULL, 100
    elif held + broken and held >= broken:
        state, least = LegalState.PARTIAL, 50
    else:
        state, least = LegalState.NONE, 0
    rate = conformity_rate([Status.C] * held + [Status.NC] * broken)
    assert legal_state(rate) is state
    if rate is not None:
        shown = int(percent_rounded_down(rate))
        assert least <= shown and (state is not LegalState.NONE or shown < 50)
        assert shown * (held + broken) <= 100 * held < (shown + 1) * (held + broken)


@given(st.dictionaries(st.sampled_from("abcdef"), statuses, min_size=1), st.data())
def test_a_criterion_holds_on_a_page_of_a_process_only_if_it_holds_on_all_its_pages(pages, data):
    processes = data.draw(st.lists(st.sets(st.sampled_from(sorted(pages)), min_size=1), max_size=3))
    after = under_process_rule(pages, processes)
    assert list(after) == list(pages)
    for page, status in pages.items():
        together = {pages[other] for process in processes if page in process for other in process}
        if status is Status.C and together & {Status.NC, Status.NT}:
            assert after[page] is (Status.NC if Status.NC in together else Status.NT)
        else:
            assert after[page] is status


@given(samples(), st.data())
def test_the_rule_on_processes_never_raises_a_page_nor_changes_the_sample(pages, data):
    process = data.draw(st.sets(st.integers(0, len(pages) - 1), min_size=1))
    columns = [dict(enumerate(column)) for column in zip(*pages, strict=True)]
    after = [under_process_rule(column, [process]) for column in columns]
    for before_it, after_it in zip(columns, after, strict=True):
        assert status_over_sample(after_it.values()) is status_over_sample(before_it.values())
    for page in range(len(pages)):
        before_it = conformity_rate(column[page] for column in columns)
        after_it = conformity_rate(column[page] for column in after)
        assert after_it is None or after_it <= before_it
