"""The gate's browser may be a Grid's: same verdicts, same seclusion, and a Grid that fails loses nothing."""

from collections.abc import Iterator

import pytest

from accessibility.checker import Checker
from accessibility.chromium import ChromiumMissing
from accessibility.listening import NotListening, listening
from accessibility.site_files import FileRoot
from tests.accessibility.grid import Grid
from tests.small_site import SmallSite, html

pytestmark = pytest.mark.xdist_group("grid")

SITE = "http://ville.example/page/"
GOOD = html("Guichets", "<p>Ouverts le lundi.</p>")
BAD = html("Guichets", '<p>Ouverts le lundi. <img src="/media/a.png"></p>')


@pytest.fixture(scope="module")
def grid(tmp_path_factory) -> Iterator[Grid]:
    grid = Grid(tmp_path_factory.mktemp("grid"))
    grid.start()
    yield grid
    grid.stop()


@pytest.fixture
def checker(grid: Grid, monkeypatch) -> Iterator[Checker]:
    """A checker in this process, which has its browser from the Grid."""
    monkeypatch.setenv("SELENIUM_REMOTE_URL", grid.url)
    checker = Checker(timeout=20)
    checker.warm_up()
    yield checker
    checker.close()


def failures(checker: Checker, page: str, roots: tuple[FileRoot, ...] = ()) -> list[str]:
    return [finding.rule for finding in checker.judge(page, SITE, list(roots)).failures]


def test_the_browser_is_the_grids_and_judges_the_same(checker, grid):
    assert grid.sessions()
    assert failures(checker, GOOD) == []
    assert failures(checker, BAD) == ["axe-image-alt"]


def test_the_grids_browser_reaches_the_files_of_the_site_and_nothing_else(checker, tmp_path):
    (tmp_path / "pale.css").write_text("p { color: #ccc }")
    roots = (FileRoot("/static/", (tmp_path,)),)
    with SmallSite({"/pale.css": "p { color: #ccc }"}) as elsewhere:
        for address, is_pale in (("/static/pale.css", True), (f"{elsewhere.url}/pale.css", False)):
            styled = GOOD.replace("</head>", f'<link rel="stylesheet" href="{address}"></head>')
            assert ("axe-color-contrast" in failures(checker, styled, roots)) is is_pale
        assert elsewhere.asked == []


def test_a_browser_that_the_grid_took_back_is_asked_for_again(checker, grid):
    assert failures(checker, BAD) == ["axe-image-alt"]
    before = set(grid.sessions())
    grid.end_sessions()
    assert failures(checker, GOOD) == []
    assert not before & set(grid.sessions())


def test_a_grid_that_is_down_is_named_and_serves_again_once_up(checker, grid):
    grid.stop()
    with pytest.raises(ChromiumMissing, match=f"The Grid at {grid.url} gives no browser"):
        failures(checker, GOOD)
    grid.start()
    assert failures(checker, BAD) == ["axe-image-alt"]


def test_the_proxies_answer_this_machine_alone_unless_told():
    ours = listening({})
    assert ours.host == "127.0.0.1"
    assert ours.answers("127.0.0.1") and ours.answers("::1") and ours.answers("::ffff:127.0.0.1")
    assert not ours.answers("10.1.2.3")


def test_the_proxies_answer_the_grid_that_is_named():
    told = listening({"PARVIS_PROXY_HOST": "10.1.0.5", "PARVIS_GRID_CLIENTS": "10.1.2.0/24 fd00::7"})
    assert told.host == "10.1.0.5"
    assert told.answers("10.1.2.3") and told.answers("fd00::7")
    assert not told.answers("10.1.3.3") and not told.answers("fd00::8")


@pytest.mark.parametrize(
    "environment",
    [{"PARVIS_PROXY_HOST": "0.0.0.0"}, {"PARVIS_PROXY_HOST": "parvis.local"}, {"PARVIS_GRID_CLIENTS": "partout"}],
)
def test_proxies_open_to_anybody_are_refused(environment):
    with pytest.raises(NotListening, match="PARVIS_GRID_CLIENTS"):
        listening(environment)


def test_a_checker_open_to_anybody_does_not_start(command_line, monkeypatch, tmp_path):
    monkeypatch.setenv("PARVIS_PROXY_HOST", "0.0.0.0")
    ended = command_line.run("serve", "--socket", str(tmp_path / "socket"))
    assert ended.returncode == 64
    assert "name the Grid's addresses in PARVIS_GRID_CLIENTS" in ended.stderr and "Traceback" not in ended.stderr


def test_the_checker_listens_where_the_grid_knows_it(monkeypatch):
    monkeypatch.setenv("PARVIS_PROXY_HOST", "127.0.0.3")
    checker = Checker(timeout=20)
    try:
        assert failures(checker, BAD) == ["axe-image-alt"]
        assert checker._proxy.address.startswith("127.0.0.3:")
    finally:
        checker.close()
