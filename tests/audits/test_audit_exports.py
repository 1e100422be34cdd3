"""Exports of audits: each form is read back by a program of its own, whatever the audited pages held."""

import csv
import io
import json
import stat
from importlib.resources import files
from xml.etree import ElementTree

import jsonschema
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accessibility import rgaa
from audits.auditing import actions
from audits.auditing.exports.formats import FORMATS
from audits.auditing.summary import summarise
from audits.models import Audit, AuditFinding
from tests.audits.audited import START, many_findings, proposed_sample, small_audit, started

pytestmark = pytest.mark.django_db
SCHEMA = json.loads((files("audits.auditing.exports") / "audit.schema.json").read_text())
HOSTILE = '=HYPERLINK("http://mal.example")\x00\x1b]]></failure><script>alert(1)</script>\ud800'

KINDS = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def exported(audit: Audit, form: str) -> str:
    return "".join(FORMATS[form].write(audit))


def table(audit: Audit) -> list[dict[str, str]]:
    text = exported(audit, "csv")
    assert text.startswith("\ufeff"), "without its mark, Excel reads accents wrongly"
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def hostile_audit() -> Audit:
    audit = small_audit()
    said = actions.storable(HOSTILE)
    audit.pages.update(title=said, reason=said)
    AuditFinding.objects.filter(page__audit=audit).update(html=said, message=said, fix=said, targets=[said])
    return audit


AUDITS = {
    "small": small_audit,
    "sample": proposed_sample,
    "empty": started,
    "hostile": hostile_audit,
    "failed": lambda: _failed(),
    "without-page": lambda: Audit.objects.create(start_url=START, versions=started().versions),
}


def _failed() -> Audit:
    audit = started()
    actions.fail_audit(audit, "robots.txt of this site forbids x")
    return audit


@pytest.mark.parametrize("name", AUDITS)
def test_the_json_is_what_its_schema_says(name):
    audit = AUDITS[name]()
    document = json.loads(exported(audit, "json"))
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    assert document["id"] == audit.pk and len(document["pages"]) == len(audit.pages.filter(state__in=("done", "error")))


def test_the_schema_refuses_what_the_json_is_not():
    document = json.loads(exported(small_audit(), "json"))
    document["pages"][0]["tests"]["1.1.1"] = "parfait"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document, SCHEMA)


def test_the_json_tells_pages_with_and_without_findings_and_lost():
    audit = small_audit()
    bad, good, lost = json.loads(exported(audit, "json"))["pages"]
    assert {finding["rule"] for finding in bad["findings"]} >= {"c06_02_empty_link"}
    assert len(bad["findings"]) == AuditFinding.objects.filter(page__address=START).count()
    assert bad["tests"]["10.1.2"] == "failed" and bad["criteria"]["10.1"] == "NC"
    assert good["title"] == "Bonne"
    assert lost == {"url": f"{START}b", "error": "pas de réponse en 30 s"}


def test_the_table_has_a_line_for_each_finding():
    audit = small_audit()
    lines = table(audit)
    assert len(lines) == AuditFinding.objects.count()
    (line,) = [line for line in lines if line["Règle"] == "c10_01_presentational_attribute"]
    assert line["Verdict"] == "défaut certain" and line["Titre de la page"] == "Mauvaise"
    assert line["Adresse"] == START and line["Tests RGAA"] == "10.1.2" and line["Code"].startswith("<p align=")
    assert list(line)[:4] == ["Adresse", "Titre de la page", "Verdict", "Tests RGAA"]


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1"])
def test_a_spreadsheet_runs_no_cell(start):
    audit = small_audit()
    AuditFinding.objects.update(message=start, html=start)
    audit.pages.update(title=start)
    for line in table(audit):
        assert line["Constat"] == line["Code"] == line["Titre de la page"] == f"'{start}"
        assert line["Adresse"] in (START, f"{START}a")


def test_earl_has_one_assertion_for_each_page_and_test():
    graph = json.loads(exported(small_audit(), "earl"))["@graph"]
    assertions = [node for node in graph if node["@type"] == "earl:Assertion"]
    subjects = {node["@id"] for node in graph if node["@type"] == ["earl:TestSubject"]}
    assert len(assertions) == 2 * len(rgaa.load().tests)
    assert subjects == {START, f"{START}a", f"{START}b"}
    assert {assertion["earl:assertedBy"]["@id"] for assertion in assertions} == {"_:parvis"}
    failed = {a["earl:test"]["dcterms:title"] for a in assertions if a["earl:result"]["outcome"] == "earl:failed"}
    assert "RGAA 4.1.2, test 10.1.2" in failed


def test_junit_has_a_suite_for_each_page_and_a_case_for_each_criterion():
    bad, good, lost = ElementTree.fromstring(exported(small_audit(), "junit"))
    for suite in (bad, good, lost):
        assert int(suite.get("tests")) == len(suite.findall("testcase"))
        for kind, tag in KINDS.items():
            assert int(suite.get(kind)) == len(suite.findall(f"testcase/{tag}"))
    failing = {case.get("name").split()[0] for case in bad.findall("testcase[failure]")}
    assert {"6.2", "10.1"} <= failing and bad.get("tests") == "106"
    (case,) = [case for case in bad.findall("testcase[failure]") if case.get("name").startswith("10.1 ")]
    assert "[10.1.2]" in case.find("failure").text and "<p align=" in case.find("failure").text
    assert good.get("failures") == "0" and int(good.get("skipped")) > 0
    assert lost.get("errors") == "1" and lost.find("testcase/error").get("message") == "pas de réponse en 30 s"


@pytest.mark.parametrize("form", FORMATS)
def test_hostile_content_stays_content(form):
    text = exported(hostile_audit(), form)
    if form == "junit":
        root = ElementTree.fromstring(text)
        assert {element.tag for element in root.iter()} <= {
            "testsuites",
            *"testsuite testcase failure error skipped".split(),
        }
    elif form == "csv":
        assert not any(cell.startswith("=") for line in csv.reader(io.StringIO(text)) for cell in line)
    else:
        json.loads(text)


def test_a_huge_audit_is_written_in_pieces_with_few_queries():
    small, huge = (many_findings(pages=pages, each=each, html="<p id={}>") for pages, each in ((2, 5), (100, 100)))
    for form in FORMATS:
        costs = []
        for audit in (small, huge):
            with CaptureQueriesContext(connection) as captured:
                pieces = [len(piece) for piece in FORMATS[form].write(audit)]
            costs.append(len(captured))
        assert costs[0] == costs[1], form
        assert len(pieces) >= 100 and max(pieces) < 200_000, form


def test_the_file_name_is_safe():
    audit = started()
    audit.start_url = 'http://ville.example/"; rm -rf/\r\n../é'
    day = timezone.localtime(audit.started_at)
    assert FORMATS["csv"].file_name(audit) == f"audit-{audit.pk}-ville.example-{day:%Y-%m-%d}.csv"
    audit.start_url = "http://éco“lé”.example/"
    assert set(FORMATS["csv"].file_name(audit)) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-")


@pytest.mark.parametrize("form", FORMATS)
def test_the_command_prints_what_the_file_has(form, capsys, tmp_path):
    audit = small_audit()
    call_command("export_audit", str(audit.pk), "--format", form)
    printed = capsys.readouterr().out
    assert printed == exported(audit, form)
    file = tmp_path / "audit"
    call_command("export_audit", str(audit.pk), "--format", form, "--output", str(file))
    assert file.read_bytes().decode() == printed
    assert [path.name for path in tmp_path.iterdir()] == ["audit"]
    assert stat.S_IMODE(file.stat().st_mode) & 0o600 == 0o600


def test_the_command_says_what_it_cannot_do(tmp_path):
    with pytest.raises(CommandError, match="Il n’y a pas d’audit 999."):
        call_command("export_audit", "999")
    audit = small_audit()
    for place in (tmp_path, tmp_path / "nowhere" / "audit.json"):
        with pytest.raises(CommandError, match="Impossible d’écrire .* Donnez un autre fichier."):
            call_command("export_audit", str(audit.pk), "--output", str(place))


def test_a_file_is_replaced_only_by_a_whole_one(tmp_path):
    audit = small_audit()
    file = tmp_path / "audit.json"
    file.write_text("le précédent")
    audit.pages.filter(state="done").update(tests={"1.1.1": "not an outcome"})
    with pytest.raises(ValueError, match="not an outcome"):
        call_command("export_audit", str(audit.pk), "--output", str(file))
    assert file.read_text() == "le précédent" and [path.name for path in tmp_path.iterdir()] == ["audit.json"]


def test_the_whole_summary_is_in_the_json():
    audit = small_audit()
    document, summary = json.loads(exported(audit, "json")), summarise(audit)
    assert {n: line["status"] for n, line in document["criteria"].items()} == {
        line.criterion.id: str(line.status) for line in summary.criteria
    }
    assert document["rate"] is None and len(document["rate_bounds"]) == 2 and document["counts"]["error"] == 1
