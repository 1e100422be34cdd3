"""What changes nothing for a reader makes no failure, and what is added to a page hides none of its own."""

import random
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from accessibility import engine
from accessibility.browser import Browser
from accessibility.outcome import Outcome
from accessibility.probes.all_probes import Probing
from accessibility.report import PageReport
from tests.accessibility.neutral_changes import ADDITIONS, REWRITINGS, Change
from tests.accessibility.rules.test_rules import FIXTURES
from tests.accessibility.web_server import Site

CHANGES = (*REWRITINGS, *ADDITIONS)
PASSED = sorted(FIXTURES.glob("*/passed*.html"))
FAILED = sorted(path for path in FIXTURES.glob("*/failed*.html") if not path.stem.endswith("-source"))
MOVED_BY_WHAT_IS_ADDED = frozenset({"c04_07_medium_on_a_page_without_text"})
"""Rules whose defect is that the page lacks what is added: it is no longer one."""
MADE_BY_WHAT_IS_ADDED = frozenset({"c12_07_no_link_to_the_content"})
"""Rules whose defect needs a content that nothing leads to: what is added is that content."""
NOTHING_ELSE = "c09_02_main_missing/passed-nothing-else"
"""A page that needs no `main` because all of it is the content: what is added stands outside of it."""
IN_A_BROWSER = 24


def url_of(fixture: Path) -> str:
    return f"https://exemple.fr/{fixture.parent.name}/{fixture.stem}"


class Said(NamedTuple):
    """What matters here of a report."""

    failures: frozenset[tuple[str, str]]
    tests: dict[str, Outcome]

    @property
    def failed_tests(self) -> set[str]:
        return {test for test, outcome in self.tests.items() if outcome is Outcome.FAILED}


def said(report: PageReport) -> Said:
    return Said(frozenset((found.rule, test) for found in report.failures for test in found.rgaa), report.tests)


@cache
def judged(source: str, url: str) -> Said:
    return said(engine.check_source(source, url))


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_neutral_change_makes_no_failure(change: Change) -> None:
    wrong = {}
    for fixture in PASSED:
        source, url = fixture.read_text("utf-8"), url_of(fixture)
        if change in ADDITIONS and url.endswith(NOTHING_ELSE):
            continue
        new = judged(change(source), url).failures - judged(source, url).failures
        if change in ADDITIONS:
            new = frozenset(failure for failure in new if failure[0] not in MADE_BY_WHAT_IS_ADDED)
        if new:
            wrong[url] = new
    assert not wrong


@pytest.mark.parametrize("change", REWRITINGS, ids=lambda change: change.__name__)
def test_another_way_to_write_changes_no_outcome(change: Change) -> None:
    wrong = {}
    for fixture in PASSED:
        source, url = fixture.read_text("utf-8"), url_of(fixture)
        before, after = judged(source, url).tests, judged(change(source), url).tests
        if before != after:
            wrong[url] = {test: (before[test], after[test]) for test in before if before[test] != after[test]}
    assert not wrong


def test_a_failure_stays_however_it_is_written() -> None:
    lost = {}
    for position, fixture in enumerate(FAILED):
        source, url = fixture.read_text("utf-8"), url_of(fixture)
        change = REWRITINGS[position % len(REWRITINGS)]
        if gone := judged(source, url).failed_tests - judged(change(source), url).failed_tests:
            lost[url, change.__name__] = gone
    assert not lost


def test_a_failure_is_never_cleared_by_what_is_around() -> None:
    """What is added beside an element may hold the description that it lacked: a person looks, no more."""
    lost = {}
    for position, fixture in enumerate(FAILED):
        if fixture.parent.name in MOVED_BY_WHAT_IS_ADDED:
            continue
        source, url = fixture.read_text("utf-8"), url_of(fixture)
        change = ADDITIONS[position % len(ADDITIONS)]
        after = judged(change(source), url).tests
        open_ = {Outcome.FAILED, Outcome.CANT_TELL}
        if gone := {test: after[test] for test in judged(source, url).failed_tests if after[test] not in open_}:
            lost[url, change.__name__] = gone
    assert not lost


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_every_change_changes_pages(change: Change) -> None:
    sources = [fixture.read_text("utf-8") for fixture in PASSED]
    assert sum(change(source) != source for source in sources) > len(sources) / 4


def test_a_neutral_change_makes_no_failure_in_a_browser(engine_browser: Browser, site: Site) -> None:
    chosen = random.Random(13).sample([path for path in PASSED if _has_no_style(path)], IN_A_BROWSER)
    wrong = {}
    for position, fixture in enumerate(chosen):
        source = fixture.read_text("utf-8")
        change = CHANGES[position % len(CHANGES)]
        before, after = (_shown(engine_browser, site, text) for text in (source, change(source)))
        if new := after.failures - before.failures:
            wrong[url_of(fixture), change.__name__] = new
    assert not wrong


def _has_no_style(fixture: Path) -> bool:
    """Its style sheets and scripts would apply to what is added."""
    source = fixture.read_text("utf-8")
    return not any(tag in source for tag in ("<style", "<script", "<link")) and not fixture.stem.endswith("-source")


def _shown(browser: Browser, site: Site, source: str) -> Said:
    return said(engine.check_url(browser, site.page("/page", source), probing=Probing.KEYBOARD))
