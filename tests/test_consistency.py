"""The repository itself: what a reviewer would otherwise look for by hand. Each test shows all its errors."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LONGEST_FILE = 400
# Texts that others wrote, and data.
NOT_OURS = {"requirements.txt", "package-lock.json", "LICENSE"}
OUR_PACKAGES = ("portal", "home", "services", "audits", "accessibility")


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = [ROOT / name for name in listed.stdout.splitlines()]
    return [path for path in paths if path.is_file() and path.name not in NOT_OURS]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_no_source_file_is_too_long():
    sources = tracked("*.py", "*.html", "*.css", "*.js", "bin/*", "Makefile", ":!*/migrations/*")
    long = {named(path): count for path in sources if (count := len(path.read_text().splitlines())) > LONGEST_FILE}
    assert not long


def test_every_make_target_says_what_it_does():
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    told = set(re.findall(r"^([a-z-]+):.*## \S", makefile, re.MULTILINE))
    assert targets - told == set()
    phony = set(re.search(r"^\.PHONY: (.*)", makefile, re.MULTILINE)[1].split())
    assert targets == phony


def test_make_help_lists_the_targets():
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("setup", "run", "test", "lint", "bench", "proof", "help"):
        assert f"make {target} " in shown


def test_every_command_of_ours_is_documented():
    documents = "\n".join(path.read_text() for path in tracked("*.md"))
    commands = [path for package in OUR_PACKAGES for path in tracked(f":(glob){package}/**/management/commands/*.py")]
    names = {path.stem for path in commands if path.stem != "__init__"}
    assert "demo" in names
    assert {name for name in names if f"manage.py {name}" not in documents} == set()


def test_nothing_is_silenced():
    marks = re.compile("# " + "noqa|# type: " + "ignore|# pragma: " + "no cover")
    found = [named(path) for path in tracked("*.py") if marks.search(path.read_text())]
    assert found == []


def test_no_path_of_one_machine():
    places = re.compile("|".join(("/" + "work/", "/" + "home/[a-z]+/", "/" + "root/", "/" + "Users/")))
    texts = tracked("*.py", "*.md", "*.toml", "*.html", "*.css", "*.js", "*.json", "*.in", "bin/*", ".ci/*", "Makefile")
    found = [
        f"{named(path)}: {line.strip()}"
        for path in texts
        for line in path.read_text(errors="replace").splitlines()
        if places.search(line) and "/usr/" not in line
    ]
    assert found == []


@pytest.mark.parametrize("source", ["requirements.in", "requirements-dev.in"])
def test_requirements_are_pinned(source):
    def normal(name: str) -> str:
        return re.sub(r"[-_.]+", "-", name).lower()

    pins = (ROOT / "requirements.txt").read_text()
    pinned = {normal(name) for name in re.findall(r"^([A-Za-z0-9._-]+)==", pins, re.MULTILINE)}
    lines = [line for line in (ROOT / source).read_text().splitlines() if line and not line.startswith("#")]
    asked = {normal(re.match(r"[A-Za-z0-9._-]+", line)[0]) for line in lines}
    assert asked - pinned == set()
    assert [line for line in lines if "#" not in line] == [], "each requirement says what it is for"
    assert "://" not in pins


@pytest.mark.xdist_group("kept")
def test_groups_of_tests_are_kept_together(request):
    """What is expensive to start is started once: a release of pytest has scattered the groups without a word."""
    if hasattr(request.config, "workerinput"):
        assert request.node.nodeid.endswith("@kept")


def test_locks_name_no_registry():
    lock = (ROOT / "package-lock.json").read_text()
    assert "resolved" not in lock
    assert "://" not in lock


def test_every_template_is_used():
    # Names that Django and Wagtail look for by themselves.
    by_convention = re.compile(r"(404|500|503|base|robots)\.(html|txt)$|^wagtail")
    templates = [path for path in tracked("*.html", "*.txt") if "templates" in path.parts]
    names = {str(path.relative_to(ROOT)).split("/templates/", 1)[1]: path for path in templates}
    sources = {path: path.read_text() for path in tracked("*.py", "*.html")}
    unused = [
        name
        for name, path in names.items()
        if not by_convention.search(name)
        and not any(name in text for source, text in sources.items() if source != path)
    ]
    assert unused == []


def test_no_file_is_a_drawer():
    drawers = {"utils", "helpers", "misc", "common", "tools"}
    assert [
        named(path) for path in tracked("*.py") if drawers & set(path.relative_to(ROOT).with_suffix("").parts)
    ] == []


def test_decisions_are_numbered_without_gaps():
    records = sorted(tracked("docs/adr/*.md"))
    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
    assert [path.name for path in records if not path.read_text().startswith(f"# {int(path.name[:4])}. ")] == []
    assert [path.name for path in records if "## Context\n" not in path.read_text()] == []
