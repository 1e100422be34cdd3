"""Whatever a page holds, the engine decides its 258 tests or refuses it by its own error, and twice the same."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from accessibility import engine, rgaa
from accessibility.browser import Browser
from accessibility.outcome import Outcome
from accessibility.page_errors import PageError
from accessibility.probes.all_probes import Probing
from accessibility.report import PageReport
from accessibility.source import read_source
from tests.accessibility.broken_pages import (
    AS_BYTES,
    ENCODINGS,
    PAGES,
    UNREADABLE,
    WELL_WRITTEN,
    WITH_A_BARE_PICTURE,
    shadow,
)
from tests.accessibility.web_server import Answer, Site

_IN_EVERY_RUN = settings(
    derandomize=True,
    deadline=None,
    database=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)
Judge = Callable[[], PageReport]


def expect_an_answer(judge: Judge) -> str:
    """The same whole report, or the same refusal, both times; gives the refusal, empty for a report."""
    first, second = _answer(judge), _answer(judge)
    assert first == second
    if isinstance(first, dict):
        assert set(first["tests"]) == set(rgaa.load().tests) and len(first["tests"]) == 258
        assert all(finding["targets"] and finding["message"] for finding in first["findings"])
        return ""
    return first


def _answer(judge: Judge) -> dict | str:
    try:
        answer = judge().as_json()
    except PageError as error:
        return str(error)
    del answer["ms"]
    return answer


def from_bytes(address: str) -> PageReport:
    source, status = read_source(address, timeout=5)
    return engine.check_source(source, address, status=status)


@settings(_IN_EVERY_RUN, max_examples=200)
@given(PAGES)
def test_any_source_is_answered(source: str) -> None:
    expect_an_answer(lambda: engine.check_source(source, "https://exemple.fr/"))


@settings(_IN_EVERY_RUN, max_examples=60)
@given(PAGES, ENCODINGS, st.binary(max_size=8))
def test_any_bytes_are_answered(site: Site, source: str, encoding: str, tail: bytes) -> None:
    address = site.page("/page", Answer(source.encode(encoding, "replace") + tail, kind="text/html"))
    expect_an_answer(lambda: from_bytes(address))


@settings(_IN_EVERY_RUN, max_examples=25)
@given(PAGES)
def test_any_page_is_answered_in_a_browser(engine_browser: Browser, site: Site, source: str) -> None:
    address = site.page("/page", source)
    assert expect_an_answer(lambda: engine.check_url(engine_browser, address, probing=Probing.KEYBOARD)) == ""


@pytest.mark.parametrize("name", WITH_A_BARE_PICTURE)
def test_a_picture_is_found_wherever_it_is(name: str, engine_browser: Browser, site: Site) -> None:
    address = site.page("/page", WITH_A_BARE_PICTURE[name])
    report = engine.check_url(engine_browser, address, probing=Probing.NONE)
    assert report.tests["1.1.1"] is Outcome.FAILED
    expect_an_answer(lambda: from_bytes(address))


@pytest.mark.parametrize("name", AS_BYTES)
def test_a_picture_is_found_however_the_page_is_written(name: str, engine_browser: Browser, site: Site) -> None:
    address = site.page("/page", Answer(AS_BYTES[name], kind="text/html"))
    assert from_bytes(address).tests == engine.check_source(WELL_WRITTEN, address).tests
    report = engine.check_url(engine_browser, address, probing=Probing.NONE)
    assert report.tests["1.1.1"] is Outcome.FAILED


@pytest.mark.parametrize("source", ["page.html", "http://exemple.fr/", '<?xml version="1.0"?><p>Un'])
def test_a_source_that_looks_like_something_else_is_read_without_a_word(source: str) -> None:
    command = [sys.executable, "-c", f"from accessibility import engine; engine.check_source({source!r}, 'x')"]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stderr == ""


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_nobody_can_read_is_answered(name: str, engine_browser: Browser, site: Site) -> None:
    address = site.page("/page", Answer(UNREADABLE[name], kind="text/html"))
    expect_an_answer(lambda: from_bytes(address))
    expect_an_answer(lambda: engine.check_url(engine_browser, address, probing=Probing.NONE))


def test_nothing_is_said_absent_behind_a_closed_shadow_root(engine_browser: Browser, site: Site) -> None:
    address = site.page("/page", shadow("closed"))
    report = engine.check_url(engine_browser, address, probing=Probing.NONE)
    assert report.tests["1.1.1"] is Outcome.CANT_TELL
