"""Another version of the RGAA is a file of data, and rules for what is new in it: nothing else changes."""

import json

import pytest

from accessibility import rgaa
from accessibility.outcome import Outcome, Status
from accessibility.rules import base

FAILING = (
    '<html lang="fr"><head><meta charset="utf-8"><title>Plan</title></head><body><main><h1>Plan</h1>'
    '<p>Le marché a lieu le samedi.</p><canvas id="carte"></canvas></main></body></html>'
)


def criterion(number: str, title: str, *tests: dict, **more) -> dict:
    address = f"https://example.org/rgaa5#{number}"
    known = [{"title": title, "url": address} | test for test in tests]
    return {"id": number, "title": title, "level": "A", "wcag": ["1.1.1"], "url": address, "tests": known} | more


MADE_UP = {
    "version": "5.0",
    "source": "https://example.org/rgaa5",
    "topics": [
        {
            "number": 1,
            "title": "Structure",
            "criteria": [
                criterion("1.1", "La page a un titre et un type", {"id": "1.1.1", "replaces": ["8.1.1", "8.5.1"]}),
                criterion("1.2", "Pages cohérentes", {"id": "1.2.1", "replaces": ["12.1.1"]}, several_pages=True),
            ],
        },
        {"number": 2, "title": "Nouveautés", "criteria": [criterion("2.1", "Aucun canvas", {"id": "new.2.1.1"})]},
    ],
}
NO_CANVAS = base.Rule(
    fails=("new.2.1.1",),
    applicability=lambda page: page.select("canvas"),
    expectation=lambda node, page: base.Answer.FAILS,
    message="La page a un canvas.",
    fix="Retirez-le.",
    id="n02_01_canvas",
)


@pytest.fixture
def version_5(tmp_path, monkeypatch):
    """A version of three criteria: tests put together, renumbered, new; all the others are dropped."""
    (tmp_path / "rgaa-5.0.json").write_text(json.dumps(MADE_UP), encoding="utf-8")
    monkeypatch.setenv("PARVIS_RGAA_FOLDER", str(tmp_path))
    monkeypatch.setenv("PARVIS_RGAA", "5.0")


@pytest.fixture
def with_a_new_rule(monkeypatch):
    rules = (*base.all_rules(), NO_CANVAS)
    monkeypatch.setattr("accessibility.engine.all_rules", lambda: rules)


def test_a_page_is_audited_with_another_version(version_5, with_a_new_rule):
    from accessibility.engine import check_source

    report = check_source(FAILING, "http://example.org/")
    assert report.versions["rgaa"] == "5.0"
    assert report.tests == {"1.1.1": Outcome.FAILED, "1.2.1": Outcome.UNTESTED, "new.2.1.1": Outcome.FAILED}
    assert report.criteria == {"1.1": Status.NC, "1.2": Status.NT, "2.1": Status.NC}
    found = {finding.rule: finding.rgaa for finding in report.findings}
    assert found == {"c08_01_doctype": ("1.1.1",), "n02_01_canvas": ("new.2.1.1",)}
    assert report.as_json()["findings"][0]["wcag"] == ["1.1.1"]


def test_the_command_line_audits_with_the_version_in_force(version_5, command_line, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(FAILING, encoding="utf-8")
    (row,) = command_line.rows("--static", str(page)).values()
    assert row["versions"]["rgaa"] == "5.0"
    assert row["tests"]["1.1.1"] == "failed"
    assert set(row["criteria"]) == {"1.1", "1.2", "2.1"}


def test_a_version_that_no_file_holds_is_named(monkeypatch):
    monkeypatch.setenv("PARVIS_RGAA", "9")
    with pytest.raises(ValueError, match=r"'9'; known versions: 4\.1\.2"):
        rgaa.load()
