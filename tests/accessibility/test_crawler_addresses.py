"""One spelling for each address, and which of them are of the site."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accessibility.addresses import Scope, canonical, host_and_port, may_be_page, without_ornaments


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("HTTP://Ville.Example", "http://ville.example/"),
        ("http://ville.example:80/a", "http://ville.example/a"),
        ("https://ville.example:443/", "https://ville.example/"),
        ("https://ville.example:8443/", "https://ville.example:8443/"),
        ("http://ville.example/a#b", "http://ville.example/a"),
        ("http://ville.example/a/../b/./c/..", "http://ville.example/b/"),
        ("http://ville.example/../..", "http://ville.example/"),
        ("http://ville.example/%7ea/%e9t%C3%A9", "http://ville.example/~a/%E9t%C3%A9"),
        ("http://ville.example/été à la mer", "http://ville.example/%C3%A9t%C3%A9%20%C3%A0%20la%20mer"),
        ("http://ville.example/?b=2&a=1", "http://ville.example/?b=2&a=1"),
        ("http://ville.example?", "http://ville.example/"),
        ("http://user:word@ville.example/", "http://ville.example/"),
        ("http://Mairie-Évry.example/", "http://xn--mairie-vry-h7a.example/"),
        ("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/"),
        ("http://ville.example/100%", "http://ville.example/100%25"),
        (" http://ville.example/a\n", "http://ville.example/a"),
        ("mailto:a@ville.example", None),
        ("javascript:alert(1)", None),
        ("http://", None),
        ("http://ville.example:port/", None),
        ("http://ville.example/\ud800", None),
        ("http://ville.example/" + "a" * 2000, None),
    ],
)
def test_canonical(written, expected):
    assert canonical(written) == expected


def test_a_relative_address_is_joined_to_its_base():
    assert canonical("../b?c#d", "http://ville.example/x/y/z") == "http://ville.example/x/b?c"


@given(st.text(max_size=60), st.text(max_size=30))
def test_canonical_is_stable_whatever_is_written(path, query):
    once = canonical(f"http://ville.example/{path}?{query}")
    assert once is None or canonical(once) == once


def test_host_and_port():
    assert host_and_port("https://Ville.example/a") == ("ville.example", 443)
    assert host_and_port("http://[::1]:8000/") == ("::1", 8000)
    with pytest.raises(ValueError, match="not an address of the web"):
        host_and_port("file:///etc/passwd")


@pytest.mark.parametrize(
    ("address", "inside"),
    [
        ("https://ville.example/", True),
        ("http://ville.example/page?x", True),
        ("http://ville.example:8080/", False),
        ("http://www.ville.example/", False),
        ("http://ville.example.evil.example/", False),
    ],
)
def test_a_site_is_one_host_over_both_schemes(address, inside):
    assert Scope.around("http://ville.example/accueil").holds(address) is inside


def test_a_prefix_narrows_the_site():
    scope = Scope.around("http://ville.example:8000/", "/fr/")
    assert scope.holds("http://ville.example:8000/fr/a")
    assert not scope.holds("http://ville.example:8000/en/a")


@pytest.mark.parametrize("end", ["", "a", "a.html", "a.php?b=c.pdf", "v1.2", "m.dupont", "a.aspx"])
def test_what_may_be_a_page(end):
    assert may_be_page(f"http://ville.example/{end}")


@pytest.mark.parametrize("end", ["a.pdf", "A.PDF?page=2", "a.ods", "a.jpeg", "a.tar.gz", "flux.rss", "a.css", "a.ics"])
def test_what_is_no_page(end):
    assert not may_be_page(f"http://ville.example/{end}")


@pytest.mark.parametrize(
    ("address", "bare"),
    [
        ("http://v.example/a/index.html", "http://v.example/a/"),
        ("http://v.example/?utm_source=lettre&p=2&fbclid=x", "http://v.example/?p=2"),
        ("http://v.example/indexation.html", "http://v.example/indexation.html"),
    ],
)
def test_ornaments(address, bare):
    assert without_ornaments(address) == bare
