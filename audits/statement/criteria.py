"""The criteria that an officer lists by their numbers, and what an audit says of all of them."""

import re
from collections.abc import Mapping

from accessibility import rgaa
from accessibility.outcome import Status


class UnknownCriteria(ValueError):
    """Numbers that the RGAA does not have; `numbers` lists them."""

    def __init__(self, numbers: list[str]) -> None:
        super().__init__(", ".join(numbers))
        self.numbers = numbers


def read_criteria(text: str) -> list[str]:
    """The criteria of « 3.2, 8.9 et 9.1 », in official order. Raises UnknownCriteria."""
    known = list(rgaa.load().criteria)
    found = {number for number in re.split(r"[\s,;]+|\bet\b", text) if number}
    if unknown := sorted(found - set(known)):
        raise UnknownCriteria(unknown)
    return sorted(found, key=known.index)


def statuses_of(failed: str, not_applicable: str) -> Mapping[str, Status]:
    """The status of every criterion: those listed, and all the others conform. Raises UnknownCriteria."""
    listed = dict.fromkeys(read_criteria(not_applicable), Status.NA) | dict.fromkeys(read_criteria(failed), Status.NC)
    return {number: listed.get(number, Status.C) for number in rgaa.load().criteria}
