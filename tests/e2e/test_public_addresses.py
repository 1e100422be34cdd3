"""Whoever starts from the home page and follows what it finds comes to everything that the portal shows to the public.

A crawler does just that: an address that no link leads to would be in no audit.
"""

import re
import urllib.error
import urllib.request
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from home import localized_urls, urls
from tests.e2e.conftest import LONGEST_START

pytestmark = [pytest.mark.xdist_group("portal"), pytest.mark.timeout(2 * LONGEST_START)]

KNOWN_BY_CONVENTION = ("/", "/robots.txt", "/.well-known/security.txt")
LINKING = ("href", "src", "action")


def links_of(address: str, kind: str, text: str) -> set[str]:
    """The addresses that an HTML page, a feed, a map of the site or robots.txt leads to."""
    if "html" in kind:
        soup = BeautifulSoup(text, "lxml")
        found = {tag[name] for name in LINKING for tag in soup.find_all(attrs={name: True}) if tag.name != "base"}
        found |= {part.split()[0] for tag in soup.find_all(srcset=True) for part in tag["srcset"].split(",")}
    else:
        found = set(re.findall(r"https?://[^\s<>\"]+", text))
    return {urldefrag(urljoin(address, link)).url for link in found}


@pytest.fixture(scope="module")
def reached(portal) -> dict[str, int]:
    """The status of every address of the portal that is come to by links, those with a query or to sign in left out."""
    waiting = [portal.address + path for path in KNOWN_BY_CONVENTION]
    statuses: dict[str, int] = {}
    while waiting:
        address = waiting.pop()
        if address in statuses:
            continue
        try:
            with urllib.request.urlopen(address) as answer:
                statuses[address] = answer.status
                kind = answer.headers.get_content_type()
                text = answer.read().decode() if re.search("html|xml|text/plain", kind) else ""
        except urllib.error.HTTPError as error:
            statuses[address] = error.code
            continue
        links = links_of(address, kind, text)
        waiting += [link for link in links if link.startswith(portal.address + "/") and "?" not in link]
    return statuses


def test_every_page_of_the_town_is_come_to_by_links(portal, sitemap):
    """The map for search engines is left out of the walk: residents do not read it."""
    seen, waiting = set(), [portal.address + "/"]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        with urllib.request.urlopen(address) as answer:
            if answer.headers.get_content_type() != "text/html":
                continue
            soup = BeautifulSoup(answer.read(), "lxml")
        links = {urldefrag(urljoin(address, link["href"])).url for link in soup.body.find_all("a", href=True)}
        waiting += [link for link in links if link.startswith(portal.address + "/") and "?" not in link]
    assert set(sitemap) - seen == set()


def test_every_public_address_is_come_to(portal, reached):
    patterns = [*urls.urlpatterns, *localized_urls.urlpatterns]
    # An address with a part that varies, as that of a theme, is only there once somebody makes one.
    names = [pattern.name for pattern in patterns if not pattern.pattern.converters]
    assert len(names) > 5
    assert {reverse(name) for name in names} - {address.removeprefix(portal.address) for address in reached} == set()


def test_no_link_of_the_portal_is_dead(reached):
    assert {address: status for address, status in reached.items() if status != 200} == {}
