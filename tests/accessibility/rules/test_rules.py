"""Every rule, on its own fixture pages, read from their source and in a real browser.

`fixtures/<rule>/<outcome>[-what].html`: `failed` gives a failure of that rule, `passed` applies the rule and
finds nothing, `inapplicable` does not apply it, `cantTell` only asks a person. A page that a browser leaves at once
ends in `-source`.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accessibility import rgaa
from accessibility.browser import Browser
from accessibility.engine import leave
from accessibility.outcome import Verdict
from accessibility.page.model import Page
from accessibility.page.static import page_from_source
from accessibility.page.table import page_from_probes
from accessibility.probes.all_probes import Probing, probe
from accessibility.probes.node_table import node_table
from accessibility.rules import Rule, RuleResult, all_rules

FIXTURES = Path(__file__).parent / "fixtures"
OUTCOMES = ("failed", "passed", "inapplicable", "cantTell")
RULES = {rule.id: rule for rule in all_rules()}
ONLY_ASKS = {rule.id for rule in RULES.values() if not rule.decides and not rule.fails}
BLANK_PAGE = "<!DOCTYPE html><html lang='fr'><head><title>Vide</title></head><body></body></html>"


def cases() -> list[Path]:
    return sorted(FIXTURES.glob("*/*.html"))


def cases_from_source() -> list[Path]:
    return [path for path in cases() if not RULES[path.parent.name].needs_rendering]


def cases_in_browser() -> list[Path]:
    return [path for path in cases() if not path.stem.endswith("-source")]


def name_of(fixture: Path) -> str:
    return f"{fixture.parent.name}/{fixture.stem}"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with Browser() as running:
        yield running


def rendered_page(browser: Browser, fixture: Path) -> Page:
    with browser.window() as window:
        window.navigate(fixture.as_uri())
        page = page_from_probes(node_table(window, window.main_frame), {}, source=fixture.read_text("utf-8"))
        probing = Probing.ALL if RULES[fixture.parent.name].reads else Probing.KEYBOARD
        probe(window, page, {window.main_frame: 0}, probing, lambda _: None)
        leave(window, page)
        return page


def expect_outcome(fixture: Path, result: RuleResult) -> None:
    outcome = fixture.stem.partition("-")[0]
    failures = [finding for finding in result.findings if finding.verdict is Verdict.FAIL]
    reviews = [finding for finding in result.findings if finding.verdict is Verdict.REVIEW]
    assert bool(failures) == (outcome == "failed"), failures
    assert result.applied == (outcome != "inapplicable"), "applied to what the page does not have, or not applied"
    if outcome in ("passed", "inapplicable"):
        assert not reviews
    if outcome == "cantTell":
        assert reviews
    for finding in result.findings:
        assert finding.rule == fixture.parent.name
        assert finding.rgaa and set(finding.rgaa) <= set(result.rule.tests)
        for text in (finding.message, finding.fix):
            expect_french_sentence(text)


def expect_french_sentence(text: str) -> None:
    text = re.sub(r"«\u00a0.*?\u00a0»", "«\u00a0»", text)
    assert re.match(r"[A-ZÀ-Ý]", text) and text.endswith("."), text
    assert "'" not in text, f"typographic apostrophe wanted: {text}"
    assert not re.search(r"(?<=\w) [:;!?»]|« ", text), f"no-break space wanted: {text}"


@pytest.mark.parametrize("fixture", cases_from_source(), ids=name_of)
def test_outcome_from_source(fixture: Path) -> None:
    rule = RULES[fixture.parent.name]
    page = page_from_source(fixture.read_text("utf-8"), fixture.as_uri())
    if page.styles_are_unknown:
        assert all(f.verdict is Verdict.REVIEW for f in rule.apply(page).findings) or not rule.styles_matter
    else:
        expect_outcome(fixture, rule.apply(page))


@pytest.mark.parametrize("fixture", cases_in_browser(), ids=name_of)
def test_outcome_in_a_browser(fixture: Path, browser: Browser) -> None:
    expect_outcome(fixture, RULES[fixture.parent.name].apply(rendered_page(browser, fixture)))


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rule_has_its_fixtures(rule: Rule) -> None:
    present = {path.stem.partition("-")[0] for path in (FIXTURES / rule.id).glob("*.html")}
    wanted = {"cantTell"} if rule.id in ONLY_ASKS else {"passed", "failed"}
    if not rule.apply(page_from_source(BLANK_PAGE, "https://exemple.fr/")).applied:
        wanted.add("inapplicable")
    assert present <= set(OUTCOMES)
    assert wanted <= present


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rule_is_declared_well(rule: Rule) -> None:
    documentation = import_module(f"accessibility.rules.{rule.id}").__doc__ or ""
    assert rule.tests and set(rule.tests) <= set(rgaa.load().tests)
    assert f"{rule.tests[0]}" in documentation.splitlines()[0]
    assert "https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#" in documentation
    criterion = ".".join(str(int(part)) for part in rule.id[1:6].split("_"))
    assert all(test.startswith(f"{criterion}.") for test in rule.decides + rule.fails), "named by its criterion"
    assert all(test.partition(".")[0] == criterion.partition(".")[0] for test in rule.asks), "one look, one theme"


def test_every_fixture_belongs_to_a_rule() -> None:
    assert {path.parent.name for path in cases()} <= set(RULES)


_TAGS = st.sampled_from(
    "a p h1 h2 br img svg title use text iframe table tr td th caption fieldset legend label input select optgroup"
    " option textarea button main meta font center u object embed canvas map area figure figcaption template"
    " div".split()
)
_VALUES = st.sampled_from(
    ["", " ", "a", "b", "a b", "…", "img_1.jpg", "0", "5; url=/x", "refresh", "true", "img", "link", "presentation"]
) | st.text(max_size=8)
_ATTRIBUTES = st.dictionaries(
    st.sampled_from(
        "id href src alt title role aria-label aria-labelledby aria-hidden for scope type label lang dir hidden content"
        " http-equiv style colspan rowspan align size width placeholder tabindex summary".split()
    ),
    _VALUES,
    max_size=4,
)


def _element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    def write(tag: str, attributes: dict[str, str], inner: list[str]) -> str:
        opening = "".join(f' {name}="{value.replace(chr(34), "")}"' for name, value in attributes.items())
        return f"<{tag}{opening}>{''.join(inner)}</{tag}>"

    return st.builds(write, _TAGS, _ATTRIBUTES, st.lists(children, max_size=4))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.recursive(st.text(max_size=10), _element, max_leaves=12), max_size=4))
def test_no_rule_crashes(parts: list[str]) -> None:
    page = page_from_source("".join(parts), "https://exemple.fr/")
    for rule in RULES.values():
        for finding in rule.apply(page).findings:
            assert finding.message and finding.fix and finding.targets
