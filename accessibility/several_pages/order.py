"""Sequences of things that several pages share, and those that come in another order."""

from collections.abc import Hashable, Sequence


def same_order(one: Sequence[Hashable], other: Sequence[Hashable]) -> bool:
    """Whether what both hold comes in the same order in both."""
    common = set(one) & set(other)
    return [item for item in one if item in common] == [item for item in other if item in common]
