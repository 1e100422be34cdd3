"""Every rule over several pages, on its own small sites, read from their source and shown by a real browser.

`fixtures/<rule>/<outcome>[-what].site`: `failed` gives a failure of that rule, `passed` applies it and finds nothing,
`inapplicable` concerns no page, `cantTell` only asks a person; a site whose defect only a browser shows ends in
`-rendered`. How a site is written: several_pages/site_file.py.
"""

import json
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from accessibility import rgaa
from accessibility.browser import Browser
from accessibility.engine import read_window
from accessibility.outcome import Outcome, Verdict
from accessibility.several_pages import PageTraits, SeveralPagesRule, Site, all_several_pages_rules, compare
from accessibility.several_pages.absences import TESTS
from accessibility.several_pages.site_file import SUFFIX, read_site, site_of
from tests.accessibility.rules.test_rules import FIXTURES, expect_french_sentence, name_of
from tests.small_site import SmallSite

RULES = {rule.id: rule for rule in all_several_pages_rules()}
SITES = sorted(FIXTURES.glob(f"*/*{SUFFIX}"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as running:
        yield running


def expect_outcome(file: Path, site: Site) -> None:
    rule, outcome = RULES[file.parent.name], file.stem.partition("-")[0]
    looked = list(rule.look(site))
    findings = [rule.finding(page, remark) for page, remark in looked if remark is not None]
    failures = [finding for finding in findings if finding.verdict is Verdict.FAIL]
    assert bool(looked) == (outcome != "inapplicable")
    assert bool(failures) == (outcome == "failed"), failures
    assert bool(findings) == (outcome in ("failed", "cantTell")), findings
    for finding in findings:
        assert finding.rgaa and set(finding.rgaa) <= set(rule.tests) and finding.targets and finding.html
        expect_french_sentence(finding.message.split(" Vérifiez")[0])
        expect_french_sentence(finding.fix)


@pytest.mark.parametrize("file", [file for file in SITES if not file.stem.endswith("-rendered")], ids=name_of)
def test_outcome_from_source(file: Path) -> None:
    expect_outcome(file, site_of(read_site(file)))


@pytest.mark.parametrize("file", SITES, ids=name_of)
def test_outcome_in_a_browser(file: Path, browser: Browser) -> None:
    pages = read_site(file)

    def shown(code: str, address: str):
        with browser.window() as window:
            window.navigate(address)
            return read_window(window, code).page

    with SmallSite({page.path: page.code for page in pages if page.code.strip()}) as served:
        expect_outcome(file, site_of(pages, shown, served.url))


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rule_is_declared_well_and_has_its_sites(rule: SeveralPagesRule) -> None:
    said = import_module(f"accessibility.several_pages.{rule.id}").__doc__ or ""
    assert rule.tests[0] in said.splitlines()[0] and set(rule.tests) <= set(rgaa.load().tests)
    assert f"https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#{rule.tests[0]}" in said
    assert all(test.startswith(f"12.{int(rule.id[4:6])}.") for test in rule.tests)
    outcomes = {file.stem.partition("-")[0] for file in (FIXTURES / rule.id).glob(f"*{SUFFIX}")}
    assert {"inapplicable", "failed" if rule.fails else "cantTell"} <= outcomes
    assert not rule.fails or "passed" in outcomes


def test_traits_come_back_from_json() -> None:
    for file in SITES:
        for page in site_of(read_site(file)).pages:
            assert PageTraits.from_json(json.loads(json.dumps(page.traits.as_json()))) == page.traits


def outcomes_on(rule: str, site: str, page: str) -> dict[str, str]:
    said = compare(site_of(read_site(FIXTURES / rule / f"{site}{SUFFIX}"))).get(page)
    return {test: str(outcome) for test, outcome in said.tests.items()} if said else {}


def test_what_is_absent_of_the_whole_site_is_inapplicable() -> None:
    found = outcomes_on("c12_01_only_one_way", "failed", "/vie")
    assert found == dict.fromkeys((t for t in TESTS if t[:4] in ("12.3", "12.4", "12.5")), Outcome.INAPPLICABLE)


def test_a_site_of_one_page_has_neither_menus_nor_ways_to_compare() -> None:
    found = outcomes_on("c12_01_only_one_way", "inapplicable", "/")
    assert found["12.1.1"] == found["12.2.1"] == Outcome.INAPPLICABLE


def test_nothing_is_absent_of_a_site_that_was_not_seen_whole() -> None:
    site = site_of(read_site(FIXTURES / "c12_01_only_one_way" / f"failed{SUFFIX}"))
    assert set(compare(Site(site.pages))) == {"/"}, "the home page alone is exempt, of 12.2"


def test_only_the_site_map_is_asked_about_it() -> None:
    said = outcomes_on("c12_03_site_map_link_broken", "failed", "/vie")
    assert {test for test in said if test.startswith("12.3.")} == {"12.3.1", "12.3.2", "12.3.3"}
    assert set(said.values()) == {Outcome.INAPPLICABLE}
    on_map = outcomes_on("c12_03_site_map_link_broken", "failed", "/plan")
    assert {on_map[test] for test in ("12.3.2", "12.3.3")} == {"failed"} and on_map["12.3.1"] == "cantTell"
