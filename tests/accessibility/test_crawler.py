"""A crawl of a small real site with a real browser: what it visits, what it leaves, where it stops."""

import time
from dataclasses import replace

import pytest

from accessibility.crawler import Crawl, CrawlError, Limits, Progress, Refused, Target, VisitState
from accessibility.network_rules import NetworkRules
from tests.small_site import SmallSite, html, links, redirect, send

pytestmark = pytest.mark.xdist_group("crawler")

LOOPBACK = NetworkRules(allowed=["127.0.0.1"])
TIMEOUT = 6


def slow(handler) -> None:
    time.sleep(TIMEOUT + 4)
    send(handler, html("Lente", ""))


def town(**pages) -> dict:
    """The pages of a small town, where everything that can go wrong goes wrong."""
    return {
        "/": html(
            "Accueil",
            links("/a", "/a#bas", "b?x=1&y=2", "/absente", "/index.html", "/redirigee", "/ailleurs", "/prive/x")
            + links("/doc.pdf", "/telechargement", "/texte", "/lente", "/boucle", "/hostile", "mailto:a@b.fr")
            + '<script>document.querySelector("main").insertAdjacentHTML("beforeend", '
            "'<a href=\"/par-script\">Par script</a>')</script>",
        ),
        "/a": html("A", links("/", "/a?", "/profonde") + '<img src="x.png">'),
        "/b?x=1&y=2": html("B", links("/b?y=2&x=1")),
        "/b?y=2&x=1": html("B inversée", ""),
        "/profonde": html("Profonde", links("/plus-profonde")),
        "/plus-profonde": html("Plus profonde", ""),
        "/par-script": html("Par script", ""),
        "/plan": html("Plan", ""),
        "/prive/x": html("Privée", ""),
        "/redirigee": redirect("/a"),
        "/ailleurs": redirect("http://localhost:4000/"),
        "/boucle": redirect("/boucle"),
        "/telechargement": lambda handler: send(handler, b"zip", Content_Disposition='attachment; filename="a.zip"'),
        "/texte": lambda handler: send(handler, "texte", Content_Type="text/plain"),
        "/lente": slow,
        "/hostile": html("Hostile", "<script>setTimeout(() => { for (;;); }, 0)</script>"),
        "/robots.txt": lambda handler: send(handler, "User-agent: *\nDisallow: /prive", Content_Type="text/plain"),
        **pages,
    }


@pytest.fixture(scope="module")
def crawled():
    """The town, crawled whole with two browsers: the site, and the visits by path."""
    with SmallSite(town()) as site:
        site.pages["/index.html"] = site.pages["/"]
        site.pages["/sitemap.xml"] = f"<urlset><url><loc>{site.url}/plan</loc></url></urlset>"
        with Crawl(site.url, rules=LOOPBACK, jobs=2, timeout=TIMEOUT) as crawl:
            visits = list(crawl.visits())
        yield site, {visit.target.address.removeprefix(site.url): visit for visit in visits}, visits


def test_each_page_is_visited_once_and_judged(crawled):
    _, by_path, visits = crawled
    assert len(by_path) == len(visits)
    done = {path for path, visit in by_path.items() if visit.state is VisitState.DONE}
    home = {"/", "/index.html"} & done
    assert len(home) == 1, "the same page under two addresses is judged once"
    assert done - home == {
        "/a",
        "/b?x=1&y=2",
        "/b?y=2&x=1",
        "/profonde",
        "/plus-profonde",
        "/par-script",
        "/plan",
    }


def test_a_visit_brings_the_report_and_what_it_discovered(crawled):
    _, by_path, _ = crawled
    visit = by_path["/a"]
    assert visit.report.title == "A" and visit.status == 200 and len(visit.digest) == 64 and visit.ms > 0
    assert "1.1.1" in {test for finding in visit.report.failures for test in finding.rgaa}
    profonde = by_path["/profonde"].target
    assert profonde.depth == 2 and profonde.found_on == by_path["/a"].target.address
    assert profonde in by_path["/a"].discovered
    assert by_path["/plan"].target in by_path["/"].discovered


@pytest.mark.parametrize(
    ("path", "state", "reason"),
    [
        ("/absente", VisitState.ERROR, "the server answered 404"),
        ("/lente", VisitState.ERROR, f"no answer within {TIMEOUT} s"),
        ("/boucle", VisitState.ERROR, "could not be loaded"),
        ("/telechargement", VisitState.SKIPPED, "the address shows no page"),
        ("/texte", VisitState.SKIPPED, "not a web page (text/plain)"),
        ("/redirigee", VisitState.SKIPPED, "redirects to a page of its own"),
        ("/ailleurs", VisitState.ERROR, "localhost:4000 refused: not a web port"),
    ],
)
def test_what_is_no_page_costs_one_line(crawled, path, state, reason):
    _, by_path, _ = crawled
    assert by_path[path].state is state
    assert by_path[path].reason.startswith(reason)
    assert by_path[path].report is None


def test_a_hostile_page_costs_one_line(crawled):
    _, by_path, _ = crawled
    assert by_path["/hostile"].state is VisitState.ERROR
    assert "\n" not in by_path["/hostile"].reason


def test_what_robots_forbids_and_what_is_a_document_is_not_asked_for(crawled):
    site, by_path, _ = crawled
    assert not {"/prive/x", "/doc.pdf"} & {*site.asked, *by_path}


def test_the_visitor_says_its_name(crawled):
    site, _, _ = crawled
    assert all("Parvis/" in agent for agent in site.agents)
    assert any("Chrome/" in agent and "Headless" not in agent for agent in site.agents)


def visit_all(site: SmallSite, **options) -> list:
    with Crawl(site.url, rules=LOOPBACK, timeout=TIMEOUT, **options) as crawl:
        return list(crawl.visits())


def test_limits_of_pages_and_depth():
    chain = {f"/{i}": html(str(i), links(f"/{i + 1}")) for i in range(9)}
    with SmallSite({"/": html("Accueil", links("/0")), **chain}) as site:
        assert len(visit_all(site, limits=Limits(pages=2))) == 2
        assert {visit.target.depth for visit in visit_all(site, limits=Limits(depth=2))} == {0, 1, 2}


def test_a_prefix_narrows_the_crawl():
    pages = {"/": html("Accueil", links("/en/", "/fr/")), "/fr/": html("fr", ""), "/en/": html("en", "")}
    with SmallSite(pages) as site:
        visited = visit_all(site, prefix="/fr/")
    assert [visit.target.address.removeprefix(site.url) for visit in visited] == ["/", "/fr/"]


def test_a_crawl_that_is_stopped_goes_on_without_doing_a_page_twice():
    pages = {"/": html("Accueil", links(*(f"/{i}" for i in range(4)))), **{f"/{i}": html(str(i), "") for i in range(4)}}
    with SmallSite(pages) as site:
        stored, known = [], {f"{site.url}/": Target(f"{site.url}/")}
        with Crawl(site.url, rules=LOOPBACK, timeout=TIMEOUT, jobs=2) as crawl:
            for visit in crawl.visits():
                stored.append(visit)
                known |= {target.address: target for target in visit.discovered}
                if len(stored) == 2:
                    break
        done = {visit.target.address for visit in stored}
        progress = Progress(
            known=known,
            waiting=[target for address, target in known.items() if address not in done],
            judged=[(visit.url, visit.digest) for visit in stored],
            counted=len(stored),
        )
        site.asked.clear()
        rest = visit_all(site, progress=progress)
        assert sorted(visit.target.address for visit in (*stored, *rest)) == sorted(known)
        assert not {address.removeprefix(site.url) for address in done - {f"{site.url}/"}} & set(site.asked)


def test_only_what_waits_is_visited_when_links_are_not_followed():
    with SmallSite({"/": html("Accueil", links("/a")), "/a": html("A", links("/")), "/b": html("B", "")}) as site:
        visits = visit_all(site, follow=False, progress=Progress(waiting=[Target(f"{site.url}/a")]))
    assert [visit.target.address for visit in visits] == [f"{site.url}/a"]
    assert visits[0].discovered == ()


def test_the_site_is_where_the_start_redirects_to():
    with SmallSite({"/": html("Accueil", links("/a")), "/a": html("A", "")}) as site:
        pages = {"/": redirect(f"{site.url}/")}
        with SmallSite(pages, host="127.0.0.2") as old:
            named = frozenset({("127.0.0.1", site.port)})
            with Crawl(old.url, rules=NetworkRules(["127.0.0.0/8"], named), timeout=TIMEOUT) as crawl:
                visits = list(crawl.visits())
    assert [(visit.state, visit.url) for visit in visits] == [
        (VisitState.DONE, f"{site.url}/"),
        (VisitState.DONE, f"{site.url}/a"),
    ]


def test_a_private_start_is_refused_before_anything_is_asked():
    with SmallSite({"/": html("Accueil", "")}) as site:
        with Crawl(site.url) as crawl, pytest.raises(Refused, match="not a public address"):
            list(crawl.visits())
        assert not site.asked


def test_a_start_that_robots_forbids_and_one_that_is_no_address():
    robots = {"/robots.txt": lambda handler: send(handler, "User-agent: *\nDisallow: /", Content_Type="text/plain")}
    with SmallSite(robots | {"/": html("Accueil", "")}) as site:
        with pytest.raises(CrawlError, match=r"robots.txt of this site forbids"):
            visit_all(site)
        assert len(visit_all(site, ignore_robots=True)) == 1
    with pytest.raises(CrawlError, match="not an address of the web"):
        Crawl("file:///etc/passwd")


def test_a_crawl_waits_as_long_as_robots_asks():
    robots = {"/robots.txt": lambda handler: send(handler, "User-agent: *\nCrawl-delay: 2", Content_Type="text/plain")}
    with SmallSite(robots | {"/": html("Accueil", links("/a")), "/a": html("A", "")}) as site:
        began = time.monotonic()
        assert len(visit_all(site, jobs=2)) == 2
        assert time.monotonic() - began > 2


def test_a_fault_of_a_rule_costs_one_page(monkeypatch):
    """The one place where a fault is put in: a rule that raises on a page."""
    from accessibility import engine

    real = engine.report_on

    def faulty(page, *args):
        if page.title == "A":
            raise KeyError("boom")
        return replace(real(page, *args))

    monkeypatch.setattr(engine, "report_on", faulty)
    with SmallSite({"/": html("Accueil", links("/a", "/b")), "/a": html("A", ""), "/b": html("B", "")}) as site:
        states = {visit.target.address.removeprefix(site.url): visit for visit in visit_all(site)}
    assert states["/a"].reason == "fault of the engine: KeyError: 'boom'"
    assert states["/b"].state is VisitState.DONE
