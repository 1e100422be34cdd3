"""The command line, run as other programs run it: real processes, a real server, a real browser."""

import json
import signal
import subprocess
import time
from pathlib import Path

import pytest

from accessibility import rgaa
from tests.accessibility.web_server import CLEAN, Answer

pytestmark = pytest.mark.xdist_group("command_line")

NOTHING_FAILED, SOMETHING_FAILED, NOT_CHECKED, WRONG_USAGE = 0, 1, 2, 64
BROKEN = CLEAN.format('<img src="/logo.png">')


@pytest.fixture(scope="module")
def three_pages(site, command_line):
    """A clean page, a broken one and one that is not there, checked once, by two browsers."""
    clean = site.page("/clean", CLEAN.format(""))
    broken = site.page("/broken", BROKEN)
    done = command_line.run("check", "--format", "jsonl", "--jobs", "2", clean, broken, "/no/such/page.html")
    return done, {row["url"]: row for row in map(json.loads, done.stdout.splitlines())}, clean, broken


def test_a_report_has_everything_that_was_promised(three_pages):
    _, rows, _, broken = three_pages
    row = rows[broken]
    reference = rgaa.load()
    assert list(row["tests"]) == list(reference.tests)
    assert set(row["tests"].values()) <= {"failed", "passed", "inapplicable", "cantTell", "untested"}
    assert list(row["criteria"]) == list(reference.criteria)
    assert set(row["criteria"].values()) <= {"C", "NC", "NA", "NT"}
    assert (row["status"], row["title"]) == (200, "Horaires de la mairie")
    assert set(row["versions"]) == {"rgaa", "engine", "axe"}
    assert {"total", "navigate", "axe", "rules"} <= set(row["ms"])
    assert row["tests"]["1.1.1"] == "failed" and row["criteria"]["1.1"] == "NC"
    finding = next(finding for finding in row["findings"] if "1.1.1" in finding["rgaa"])
    assert (finding["wcag"], finding["en301549"]) == (["1.1.1"], ["9.1.1.1"])
    assert finding["verdict"] == "fail"
    assert finding["targets"] == ["#contenu > img:nth-child(3)"]
    assert finding["html"] == '<img src="/logo.png">'
    assert finding["message"].startswith("Cette image") and "alt=" in finding["fix"]


def test_a_clean_page_has_no_certain_defect(three_pages):
    _, rows, clean, _ = three_pages
    assert [finding for finding in rows[clean]["findings"] if finding["verdict"] == "fail"] == []
    assert "failed" not in rows[clean]["tests"].values()


def test_a_page_that_could_not_be_checked_wins_over_one_that_failed(three_pages):
    done, rows, _, _ = three_pages
    assert rows["/no/such/page.html"] == {"url": "/no/such/page.html", "error": "no such file"}
    assert done.returncode == NOT_CHECKED
    assert len(rows) == 3


def test_progress_goes_to_the_error_output(three_pages):
    done, _, clean, _ = three_pages
    assert len(done.stderr.splitlines()) == 3
    assert any(line.endswith(clean) for line in done.stderr.splitlines())


def test_statuses_and_text_in_static_mode(site, command_line, tmp_path):
    clean = tmp_path / "clean.html"
    clean.write_text(CLEAN.format(""))
    done = command_line.run("check", "--static", str(clean))
    assert done.returncode == NOTHING_FAILED
    assert "258 tests" in done.stdout and "non vérifiée" not in done.stdout
    broken = site.page("/typed.html", CLEAN.format("<font>Bonjour</font>"))
    done = command_line.run("check", "--static", broken)
    assert done.returncode == SOMETHING_FAILED
    assert "Non-conformités certaines" in done.stdout and "10.1.1" in done.stdout


def test_addresses_come_from_standard_input(site, command_line):
    address = site.page("/piped", CLEAN.format(""))
    done = command_line.run("check", "--static", "--format", "jsonl", "--urls", "-", stdin=f"# ours\n\n{address}\n")
    assert [json.loads(line)["url"] for line in done.stdout.splitlines()] == [address]


def test_earl_says_one_assertion_per_test(site, command_line):
    address = site.page("/earl", CLEAN.format("<center>Bonjour</center>"))
    graph = json.loads(command_line.run("check", "--static", "--format", "earl", address).stdout)["@graph"]
    assertions = [node for node in graph if node["@type"] == "earl:Assertion"]
    assert len(assertions) == 258
    assert all(assertion["earl:subject"] == {"@id": address} for assertion in assertions)
    failed = [a["earl:test"]["dcterms:title"] for a in assertions if a["earl:result"]["outcome"] == "earl:failed"]
    assert failed == ["RGAA 4.1.2, test 10.1.1"]


def test_static_mode_ends_in_its_time(site, command_line):
    deep = site.page("/deep", CLEAN.format("<b>" * 50_000))
    large = site.page("/large", CLEAN.format("a" * 30_000_000))
    dripping = site.page("/dripping", Answer(CLEAN.format(""), drip=0.2))
    broken = site.page("/after", BROKEN)
    rows = command_line.rows("--static", "--timeout", "4", deep, large, dripping, broken)
    assert rows[deep]["error"] == rows[dripping]["error"] == "not read within 4 s"
    assert rows[large]["error"] == "too large to be judged: more than 10000000 characters"
    assert rows[broken]["tests"]["1.1.1"] == "cantTell"


def test_static_mode_refuses_what_is_nested_beyond_what_browsers_do(site, command_line):
    address = site.page("/nested", CLEAN.format("<b>" * 600))
    assert "512 levels" in command_line.rows("--static", address)[address]["error"]


def test_static_mode_says_what_it_cannot_read(site, command_line):
    errors = {
        site.page("/plain", Answer("bonjour", kind="text/plain")): "not a web page (text/plain)",
        site.page("/round", Answer(status=302, headers={"Location": "/round"})): "infinite loop",
        "http://127.0.0.1:9/": "could not be loaded",
        "http://[": "not an address",
    }
    missing = f"{site.address}/nowhere"
    rows = command_line.rows("--static", *errors, missing)
    assert rows[missing]["status"] == 404 and "error" not in rows[missing]
    for address, reason in errors.items():
        assert reason in rows[address]["error"]


def test_an_old_encoding_is_read(site, command_line):
    page = CLEAN.replace("utf-8", "iso-8859-1").replace("Horaires de la mairie", "École").encode("latin-1")
    address = site.page("/latin1", Answer(page, kind="text/html"))
    assert command_line.rows("--static", address)[address]["title"] == "École"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["check"],
        ["check", "--urls", "/no/such/list"],
        ["check", "--format", "xml", "page.html"],
        ["check", "--jobs", "0", "page.html"],
        ["check", "--timeout", "nan", "page.html"],
        ["frobnicate"],
    ],
)
def test_wrong_usage(command_line, arguments):
    done = command_line.run(*arguments)
    assert done.returncode == WRONG_USAGE
    assert done.stdout == "" and "usage:" in done.stderr


def descendants_of(process: subprocess.Popen) -> set[int]:
    """The process's children, theirs, and all that runs in a session of theirs."""
    found = {process.pid}
    table = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            table.append((int(entry.name), int(fields[1]), int(fields[3])))
    size = 0
    while size != len(found):
        size = len(found)
        found |= {pid for pid, parent, session in table if parent in found or session in found - {process.pid}}
    return found - {process.pid}


def alive(pids: set[int]) -> set[int]:
    running = set()
    for pid in pids:
        stat = Path(f"/proc/{pid}/stat")
        try:
            if stat.read_text().rpartition(")")[2].split()[0] != "Z":
                running.add(pid)
        except OSError:
            continue
    return running


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_leaves_no_process(site, command_line, ending):
    address = site.page("/endless", Answer(CLEAN.format(""), wait=60))
    process = command_line.start("check", "--jobs", "2", address, site.page("/endless2", Answer(wait=60)))
    deadline = time.monotonic() + 60
    while len(begun := descendants_of(process)) < 8 and time.monotonic() < deadline:
        time.sleep(0.2)
    assert len(begun) >= 8, "the browsers did not start"
    begun = descendants_of(process)
    process.send_signal(ending)
    process.communicate(timeout=60)
    assert process.returncode == 128 + ending
    assert alive(begun) == set()


def test_a_reader_that_leaves_ends_the_run(site, command_line):
    addresses = [site.page(f"/many{number}", CLEAN.format("")) for number in range(40)]
    process = command_line.start("check", "--static", "--format", "jsonl", *addresses)
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(timeout=60) == 128 + signal.SIGPIPE
    assert "Traceback" not in process.stderr.read()
    process.stderr.close()
