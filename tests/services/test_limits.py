"""How often a visitor may act: who counts as one visitor, for how long, and what is kept of them."""

import time

import pytest
from django.core.cache import cache, caches
from django.core.cache.backends.filebased import FileBasedCache
from django.test import RequestFactory

from services.limits import is_too_often, visitor_address


def request(remote: str = "127.0.0.1", forwarded: str = ""):
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    return RequestFactory().get("/", REMOTE_ADDR=remote, **headers)


def tries(number: int, **who) -> list[bool]:
    return [is_too_often(request(**who), "essai", most=2, seconds=60) for _ in range(number)]


def test_each_visitor_has_its_own_count():
    assert tries(3) == [False, False, True]
    assert tries(1, remote="192.0.2.7") == [False]


def test_what_is_refused_does_not_make_one_wait_longer():
    def attempt() -> bool:
        return is_too_often(request(), "essai", most=1, seconds=2)

    assert not attempt()
    time.sleep(1.2)
    assert attempt()
    time.sleep(1)
    assert not attempt()


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "203.0.113.9", "127.0.0.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.1, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        (2, "203.0.113.9", "127.0.0.1"),
        (1, "", "127.0.0.1"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (1, "::ffff:203.0.113.9", "203.0.113.9"),
        (1, "nonsense", "nonsense"),
    ],
)
def test_the_visitor_behind_our_proxies_is_the_one_that_counts(settings, proxies, forwarded, address):
    settings.PARVIS_PROXIES = proxies
    assert visitor_address(request(forwarded=forwarded)) == address


def test_nobody_gets_round_the_limit_by_writing_the_header(settings):
    settings.PARVIS_PROXIES = 1
    said = [
        is_too_often(request(forwarded=f"198.51.100.{n}, 203.0.113.9"), "essai", most=2, seconds=60) for n in range(3)
    ]
    assert said == [False, False, True]


def test_the_cache_is_shared_by_processes_and_holds_no_address(settings):
    assert isinstance(caches["default"], FileBasedCache)
    tries(1, remote="203.0.113.9")
    kept = [file for file in settings.CACHES["default"]["LOCATION"].rglob("*") if file.is_file()]
    assert kept and not any(b"203.0.113.9" in file.read_bytes() for file in kept)
    cache.clear()
    assert tries(1) == [False]
