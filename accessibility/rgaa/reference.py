"""Reads the reference of a version of the RGAA from the JSON file of that version, beside this module.

Numbers, levels and WCAG success criteria are those published by the State at
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/; the French titles are the project's own.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import Any, Literal

_PREFIX, _SUFFIX = "rgaa-", ".json"


@dataclass(frozen=True)
class RgaaTest:
    """One test of a criterion (`1.1.1`): the unit that a rule of the engine decides."""

    id: str
    title: str
    url: str
    criterion_id: str


@dataclass(frozen=True)
class Criterion:
    """One criterion (`1.1`): the unit of the legal conformity rate.

    `wcag` holds the numbers of the WCAG 2.1 success criteria that the RGAA refers to. A criterion is of
    level AA when all of them are.
    """

    id: str
    title: str
    level: Literal["A", "AA"]
    wcag: tuple[str, ...]
    url: str
    tests: tuple[RgaaTest, ...]


@dataclass(frozen=True)
class Topic:
    """One of the thirteen themes of the RGAA, such as « Images »."""

    number: int
    title: str
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True)
class Reference:
    """A whole version of the RGAA, in official order, with access by number to its criteria and tests."""

    version: str
    source: str
    topics: tuple[Topic, ...]

    @cached_property
    def criteria(self) -> dict[str, Criterion]:
        """The criteria by number, in official numeric order (1.9 before 1.10)."""
        return {criterion.id: criterion for topic in self.topics for criterion in topic.criteria}

    @cached_property
    def tests(self) -> dict[str, RgaaTest]:
        """The tests by number, in official numeric order (1.6.9 before 1.6.10)."""
        return {test.id: test for criterion in self.criteria.values() for test in criterion.tests}

    def wcag_of(self, tests: Iterable[str]) -> list[str]:
        """The WCAG success criteria that these tests refer to through their criteria, in numeric order."""
        numbers = {number for test in tests for number in self.criteria[self.tests[test].criterion_id].wcag}
        return sorted(numbers, key=lambda number: [int(part) for part in number.split(".")])


def en301549_of(wcag: Iterable[str]) -> list[str]:
    """The clauses of EN 301 549 that ask the same of web pages: its chapter 9 holds the WCAG's success criteria."""
    return [f"9.{number}" for number in wcag]


def load(version: str = "4.1.2") -> Reference:
    """Return the reference of a version of the RGAA; the same object for the same version.

    Raises ValueError when the package holds no such version.
    """
    known = _known_versions()
    if version not in known:
        raise ValueError(f"unknown RGAA version {version!r}; known versions: {', '.join(known)}")
    return _read(version)


@cache
def _known_versions() -> tuple[str, ...]:
    names = (entry.name for entry in resources.files(__package__).iterdir())
    return tuple(
        sorted(
            name.removeprefix(_PREFIX).removesuffix(_SUFFIX)
            for name in names
            if name.startswith(_PREFIX) and name.endswith(_SUFFIX)
        )
    )


@cache
def _read(version: str) -> Reference:
    file = resources.files(__package__) / f"{_PREFIX}{version}{_SUFFIX}"
    data = json.loads(file.read_text(encoding="utf-8"))
    return Reference(data["version"], data["source"], tuple(_topic(item) for item in data["topics"]))


def _topic(data: dict[str, Any]) -> Topic:
    return Topic(data["number"], data["title"], tuple(_criterion(item) for item in data["criteria"]))


def _criterion(data: dict[str, Any]) -> Criterion:
    return Criterion(
        id=data["id"],
        title=data["title"],
        level=data["level"],
        wcag=tuple(data["wcag"]),
        url=data["url"],
        tests=tuple(RgaaTest(**item, criterion_id=data["id"]) for item in data["tests"]),
    )


_MULTI_PAGE_CRITERIA = ("11.3", "12.1", "12.2", "12.4", "12.5")

MULTI_PAGE_TESTS = frozenset(test.id for number in _MULTI_PAGE_CRITERIA for test in load().criteria[number].tests)
"""The tests that compare several pages: `untested` in a one-page check."""
