"""A crawl of a site of hostile pages: it ends, each page has one visit, and the last one is judged right."""

import pytest

from accessibility.crawler import Crawl, Limits, VisitState
from accessibility.network_rules import NetworkRules
from tests.accessibility.hostile_pages import ENDLESS, HANGING, IMPATIENCE, NOT_READ, PICTURE, READ_ALL_THE_SAME, put
from tests.accessibility.web_server import CLEAN
from tests.small_site import links

pytestmark = pytest.mark.xdist_group("hostile_crawl")

ENDLESS_TOO = ("drips", "a style sheet drips", "2,000 frames", "fills the memory")
ZOO = (
    READ_ALL_THE_SAME
    | {name: answer for name, (answer, _) in NOT_READ.items()}
    | {name: ENDLESS[name] for name in ENDLESS_TOO}
    | {"endless script, later": HANGING["endless script, later"]}
)


@pytest.fixture(scope="module")
def visits(site):
    """The visits of a crawl of all these pages, and of one that is found last, by the name of the page."""
    addresses = {put(site, name, answer): name for name, answer in ZOO.items()}
    addresses[site.page("/last", CLEAN.format(PICTURE + "<p>La dernière.</p>"))] = "last"
    start = site.page("/", CLEAN.format(links(*addresses)))
    addresses[start] = "start"
    limits = Limits(pages=1000)
    with Crawl(start, rules=NetworkRules(["127.0.0.1"]), jobs=2, timeout=IMPATIENCE, limits=limits) as crawl:
        found = [(addresses[visit.target.address], visit) for visit in crawl.visits()]
    assert len(found) == len(addresses)
    return dict(found)


def test_each_hostile_page_has_one_visit(visits):
    assert set(visits) == {*ZOO, "start", "last"}
    assert len(ZOO) >= 15


@pytest.mark.parametrize("name", ZOO)
def test_a_hostile_page_has_a_report_or_one_line(visits, name):
    visit = visits[name]
    if visit.state is VisitState.DONE:
        assert visit.report is not None and not visit.reason
    else:
        assert visit.report is None and visit.reason and "\n" not in visit.reason


def test_the_pages_around_them_are_judged_right(visits):
    failed = {name: {test for f in visits[name].report.failures for test in f.rgaa} for name in ("start", "last")}
    assert "1.1.1" in failed["last"] and "1.1.1" not in failed["start"]


def test_a_page_that_wants_a_password_is_an_error_not_a_download(visits):
    assert (visits["wants a password"].state, visits["wants a password"].reason) == (
        VisitState.ERROR,
        "the server answered 401",
    )
