"""A sample has a page of each kind that the method names, and a tenth at random at least, the same for one seed."""

import math

from hypothesis import given
from hypothesis import strategies as st

from audits.auditing.sampling import AT_RANDOM, choose

TOWN = [f"http://v.example/{path}" for path in ("contact", "contact/plan", "mentions-legales", "accessibilite", "aide")]
NEWS = [f"http://v.example/actualites/{number}" for number in range(60)]


def test_the_kinds_come_first_by_their_shortest_address():
    chosen = choose([*NEWS, *TOWN], size=10, seed=3)
    assert [(choice.reason, choice.address.rpartition("/")[2]) for choice in chosen[:4]] == [
        ("accessibilité", "accessibilite"),
        ("contact", "contact"),
        ("mentions légales", "mentions-legales"),
        ("aide", "aide"),
    ]
    assert {choice.reason for choice in chosen[4:]} == {AT_RANDOM}
    assert len(chosen) + 1 == 10


def test_the_seed_decides_whatever_the_order_of_the_addresses():
    assert choose(NEWS, size=12, seed=7) == choose(reversed(NEWS), size=12, seed=7)
    assert choose(NEWS, size=12, seed=7) != choose(NEWS, size=12, seed=8)


@given(st.sets(st.sampled_from([*NEWS, *TOWN])), st.integers(1, 40), st.integers())
def test_a_tenth_at_least_is_drawn_at_random_and_no_page_twice(addresses, size, seed):
    chosen = choose(addresses, size=size, seed=seed)
    at_random = [choice for choice in chosen if choice.reason == AT_RANDOM]
    assert len({choice.address for choice in chosen}) == len(chosen)
    left = len(addresses) - (len(chosen) - len(at_random))
    whole = len(chosen) + 1
    assert len(at_random) == left or len(at_random) >= math.ceil(whole / 10)
