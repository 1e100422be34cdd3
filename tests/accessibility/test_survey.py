"""A look at a whole site without a browser: what it sees, where it stops, what it leaves alone."""

from accessibility.network_rules import NetworkRules
from accessibility.outline import outline_of
from accessibility.survey import Seen, Survey, SurveyLimits
from tests.small_site import SmallSite, html, links, redirect, send

FORM = '<form action="/recherche" role="search"><input type="search" name="q"></form>'


def seen(site: SmallSite, start: str = "/", **options) -> dict[str, Seen]:
    survey = Survey(f"{site.url}{start}", rules=NetworkRules(allowed=["127.0.0.1"]), **options)
    found = [(one.address.removeprefix(site.url), one) for one in survey.seen()]
    assert len(dict(found)) == len(found)
    return dict(found)


def test_pages_documents_results_and_what_cannot_be_chosen():
    sitemap = "<urlset><url><loc>{}/seule</loc></url></urlset>"
    pages = {
        "/": html(
            "Ville de Merlonges", FORM + links("/a", "/plan.pdf", "/vieux", "/absente", "https://ailleurs.example/")
        ),
        "/a": html("A", '<table class="tarifs n12"></table>' + links("/b", "/telecharger/3", "/photo.png")),
        "/b": html("B", ""),
        "/seule": html("Seule", ""),
        "/vieux": redirect("/b"),
        "/recherche?q=Merlonges": html("Recherche", ""),
        "/telecharger/3": lambda handler: send(handler, b"%PDF", Content_Type="application/pdf"),
    }
    with SmallSite(pages) as site:
        site.pages["/sitemap.xml"] = lambda handler: send(handler, sitemap.format(site.url), Content_Type="text/xml")
        found = seen(site)
    assert found["/a"].outline.title == "A" and {"table", ".tarifs"} <= found["/a"].outline.traits
    assert ".n12" not in found["/a"].outline.traits and found["/b"].found_on == f"{site.url}/a"
    assert found["/seule"].outline and found["/recherche?q=Merlonges"].is_search
    assert found["/plan.pdf"].is_document and found["/telecharger/3"].is_document and site.times("/plan.pdf") == 0
    assert found["/absente"].objection == "the server answered 404"
    assert found["/vieux"].objection.startswith("redirects to a page of its own")
    assert "/photo.png" not in found and len(found) == 9


def test_sections_take_turns_and_the_rest_is_only_heard_of():
    news = [f"/actualites/{number}" for number in range(30)]
    with SmallSite({"/": html("Accueil", links(*news, "/agenda/fete", "/ecoles/une"))}) as site:
        found = seen(site, limits=SurveyLimits(pages=5))
    assert site.times("/agenda/fete") == site.times("/ecoles/une") == 1
    assert sum(one.outline is None and not one.objection for one in found.values()) == 28


def test_robots_and_the_beginning_of_paths_are_kept_to():
    robots = "User-agent: *\nDisallow: /prive\n"
    with SmallSite({"/": html("Accueil", links("/prive/a", "/public", "/fr/a")), "/fr/": html("Fr", "")}) as site:
        site.pages["/robots.txt"] = lambda handler: send(handler, robots, Content_Type="text/plain")
        assert set(seen(site)) == {"/", "/public", "/fr/a"}
        assert "/prive/a" in seen(site, ignore_robots=True)
        site.pages["/fr/"] = html("Fr", links("/public", "/fr/a"))
        assert set(seen(site, start="/fr/", prefix="/fr/")) == {"/fr/", "/fr/a"}


def test_a_hostile_source_gives_what_can_be_read():
    for source in (
        b"",
        b"\0\xff",
        b"<" * 10_000,
        b"<div>" * 20_000,
        b'<a href="http://[">',
        b'<meta charset="nothing">',
    ):
        assert outline_of(source, "http://v.example/").title == ""
    latin = '<meta charset="latin-1"><title>Été</title>'.encode("latin-1")
    assert outline_of(latin, "http://v.example/").title == "Été"
    assert outline_of("<meta charset=inconnu><title>Été</title>".encode(), "http://v.example/").title == "Été"
