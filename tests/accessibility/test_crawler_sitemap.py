"""Sitemaps and robots.txt, as sites really write them, and as hostile ones do."""

import gzip

from accessibility.fetch import Fetcher
from accessibility.network_rules import NetworkRules
from accessibility.proxy import Proxy
from accessibility.robots import LONGEST_DELAY, Robots
from accessibility.sitemap import pages_of, read_sitemap
from tests.small_site import SmallSite, send

XML = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
    "<url><loc> http://v.example/a </loc><image:image><image:loc>http://v.example/a.png</image:loc></image:image></url>"
    "<url><loc>http://v.example/b?x=1&amp;y=2</loc><lastmod>2026-01-01</lastmod></url></urlset>"
)


def text(body: str):
    return lambda handler: send(handler, body, Content_Type="text/plain")


def test_xml_and_gzip_and_text():
    expected = ("http://v.example/a", "http://v.example/b?x=1&y=2")
    assert read_sitemap(XML.encode()).pages == expected
    assert read_sitemap(b"\xef\xbb\xbf" + gzip.compress(XML.encode())[:0] + XML.encode()).pages == expected
    assert read_sitemap(gzip.compress(XML.encode())).pages == expected
    assert read_sitemap(b"http://v.example/a\r\n\r\nhttp://v.example/c\nnothing").pages == (
        "http://v.example/a",
        "http://v.example/c",
    )


def test_an_index_lists_sitemaps():
    body = b"<sitemapindex><sitemap><loc>http://v.example/s1.xml</loc></sitemap></sitemapindex>"
    assert read_sitemap(body).sitemaps == ("http://v.example/s1.xml",)


def test_a_broken_sitemap_gives_what_could_be_read():
    assert read_sitemap(XML[:-60].encode()).pages[0] == "http://v.example/a"
    assert read_sitemap(gzip.compress(XML.encode())[:-20]).pages == ()
    for body in (b"", b"<html><p>404", b"\x1f\x8bnot gzip", b"<", b"\x00\xff"):
        assert read_sitemap(body).pages == ()


def test_entities_are_neither_expanded_nor_fetched(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("http://v.example/secret")
    bomb = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "http://v.example/"}">' for i in range(12))
    for doctype, entity in ((bomb, "&e11;"), (f'<!ENTITY x SYSTEM "{secret.as_uri()}">', "&x;")):
        body = f"<!DOCTYPE urlset [{doctype}]><urlset><url><loc>{entity}</loc></url></urlset>"
        assert not [page for page in read_sitemap(body.encode()).pages if "v.example" in page]


def test_a_compressed_bomb_gives_its_beginning():
    body = gzip.compress(b"http://v.example/a\n" + b" " * 200_000_000)
    assert read_sitemap(body).pages == ("http://v.example/a",)


def test_sitemaps_are_found_by_robots_and_an_index_that_loops_ends():
    with SmallSite({}) as site, Proxy(NetworkRules(True, frozenset({("127.0.0.1", site.port)}))) as proxy:
        site.pages["/robots.txt"] = text(
            f"User-agent: *\nDisallow: /prive\nCrawl-delay: 900\nSitemap: {site.url}/index.xml\n"
            "User-agent: Parvis\nDisallow: /parvis-non\nCrawl-delay: 900\n"
        )
        index = f"<sitemapindex>{{}}<sitemap><loc>{site.url}/index.xml</loc></sitemap></sitemapindex>"
        listed = "".join(f"<sitemap><loc>{site.url}/{name}</loc></sitemap>" for name in ("absent.xml", "s.xml.gz"))
        site.pages["/index.xml"] = index.format(listed)
        site.pages["/s.xml.gz"] = gzip.compress(XML.encode())
        fetcher = Fetcher(proxy.address)
        robots = Robots.of_site(fetcher, f"{site.url}/any/page")
        assert robots.sitemaps == [f"{site.url}/index.xml"]
        assert list(pages_of(fetcher, robots.sitemaps)) == ["http://v.example/a", "http://v.example/b?x=1&y=2"]
        assert not robots.allows(f"{site.url}/parvis-non/x") and robots.allows(f"{site.url}/prive")
        assert robots.delay == LONGEST_DELAY
        ignored = Robots.of_site(fetcher, site.url, ignored=True)
        assert ignored.allows(f"{site.url}/parvis-non/x") and ignored.delay == 0


def test_a_site_without_robots_forbids_nothing():
    with SmallSite({}) as site, Proxy(NetworkRules(True, frozenset({("127.0.0.1", site.port)}))) as proxy:
        robots = Robots.of_site(Fetcher(proxy.address), site.url)
        assert robots.allows(f"{site.url}/a") and robots.delay == 0 and not robots.sitemaps
