"""Reads the reference of a version of the RGAA from the JSON file of that version, beside this module.

`PARVIS_RGAA` chooses the version that is in force, `PARVIS_RGAA_FOLDER` another place for the files. The rules of the
engine speak in the numbers of 4.1.2; a later version says which tests of theirs each of its own stands for, and a rule
for what is new in it speaks in its numbers.
Numbers, levels and WCAG success criteria are those published by the State at
https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/; the French titles are the project's own.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal

_PREFIX, _SUFFIX = "rgaa-", ".json"

OF_THE_RULES = "4.1.2"
"""The version in whose numbers the rules speak, in force unless another is chosen."""


@dataclass(frozen=True)
class RgaaTest:
    """One test of a criterion (`1.1.1`): the unit that a rule of the engine decides."""

    id: str
    title: str
    url: str
    criterion_id: str
    replaces: tuple[str, ...] = ()
    """The tests, in the numbers of the rules, that are whole in this one; itself where none is given."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The numbers by which the rules speak of it."""
        return self.replaces or (self.id,)


@dataclass(frozen=True)
class Criterion:
    """One criterion (`1.1`): the unit of the legal conformity rate.

    `wcag` holds the numbers of the WCAG 2.1 success criteria that the RGAA refers to. A criterion is of
    level AA when all of them are. `several_pages`: its tests compare several pages.
    """

    id: str
    title: str
    level: Literal["A", "AA"]
    wcag: tuple[str, ...]
    url: str
    tests: tuple[RgaaTest, ...]
    several_pages: bool = False


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

    @cached_property
    def multi_page_tests(self) -> frozenset[str]:
        """The tests that compare several pages, in the numbers of the rules: `untested` in a one-page check."""
        return frozenset(
            source
            for criterion in self.criteria.values()
            if criterion.several_pages
            for test in criterion.tests
            for source in test.sources
        )

    def standing_for(self, sources: Iterable[str]) -> tuple[str, ...]:
        """The tests of this version that stand for some of these, given in the numbers of the rules."""
        return tuple(dict.fromkeys(test for source in sources for test in self._by_source.get(source, ())))

    @cached_property
    def _by_source(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for test in self.tests.values():
            for source in test.sources:
                found.setdefault(source, []).append(test.id)
        return found

    def wcag_of(self, tests: Iterable[str]) -> list[str]:
        """The WCAG success criteria that these tests refer to through their criteria, in numeric order."""
        numbers = {number for test in tests for number in self.criteria[self.tests[test].criterion_id].wcag}
        return sorted(numbers, key=lambda number: [int(part) for part in number.split(".")])


def en301549_of(wcag: Iterable[str]) -> list[str]:
    """The clauses of EN 301 549 that ask the same of web pages: its chapter 9 holds the WCAG's success criteria."""
    return [f"9.{number}" for number in wcag]


def load(version: str | None = None) -> Reference:
    """Return the reference of a version of the RGAA, of the one in force by default; the same object each time.

    Raises ValueError when no file holds such a version.
    """
    if version is None:
        version = os.environ.get("PARVIS_RGAA") or OF_THE_RULES
    files = _files(os.environ.get("PARVIS_RGAA_FOLDER", ""))
    if version not in files:
        raise ValueError(f"unknown RGAA version {version!r}; known versions: {', '.join(sorted(files))}")
    return _read(files[version])


@cache
def _files(folder: str) -> dict[str, Traversable]:
    """The file of each version: those of the package, and those of a folder."""
    folders = [resources.files(__package__), *([Path(folder)] if folder else [])]
    found = [entry for place in folders for entry in place.iterdir()]
    return {
        entry.name.removeprefix(_PREFIX).removesuffix(_SUFFIX): entry
        for entry in found
        if entry.name.startswith(_PREFIX) and entry.name.endswith(_SUFFIX)
    }


@cache
def _read(file: Traversable) -> Reference:
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
        tests=tuple(_test(item, data["id"]) for item in data["tests"]),
        several_pages=data.get("several_pages", False),
    )


def _test(data: dict[str, Any], criterion_id: str) -> RgaaTest:
    return RgaaTest(data["id"], data["title"], data["url"], criterion_id, tuple(data.get("replaces", ())))


MULTI_PAGE_TESTS = load(OF_THE_RULES).multi_page_tests
"""The tests that compare several pages, in the numbers of the rules: `untested` in a one-page check."""
