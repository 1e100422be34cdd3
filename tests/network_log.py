"""What a real browser asked of the network to show a page, and what the page's security policy stopped."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tests.chromium import start_chromium

_QUIET = 0.4
_LONGEST = 10


@dataclass
class Visit:
    """One page shown: each address asked for, what it weighed on the wire, and the violations of the policy."""

    host: str
    asked: list[str] = field(default_factory=list)
    bytes_by_kind: dict[str, int] = field(default_factory=dict)
    violations: list[str] = field(default_factory=list)

    @property
    def outside(self) -> list[str]:
        """What was asked of another host than the page's."""
        return [address for address in self.asked if urlsplit(address).netloc != self.host]

    @property
    def weight(self) -> int:
        return sum(self.bytes_by_kind.values())

    @property
    def weight_without_images(self) -> int:
        return self.weight - self.bytes_by_kind.get("Image", 0)


class Visitor:
    """A browser whose cache is empty at each page."""

    def __init__(self) -> None:
        self.driver = start_chromium(logs=("browser", "performance"))
        self.driver.execute_cdp_cmd("Network.enable", {})
        self.driver.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": True})

    def visit(self, address: str) -> Visit:
        """Show a page, images further down included, and say what that took."""
        self._events()
        self.driver.get_log("browser")
        visit, kinds = Visit(urlsplit(address).netloc), {}
        self.driver.get(address)
        self.driver.execute_script("for (const image of document.images) image.loading = 'eager'")
        last = started = time.monotonic()
        while time.monotonic() - last < _QUIET and time.monotonic() - started < _LONGEST:
            for event in self._events():
                last = time.monotonic()
                _note(visit, kinds, event)
            time.sleep(0.05)
        entries = self.driver.get_log("browser")
        visit.violations = [entry["message"] for entry in entries if "Content Security Policy" in entry["message"]]
        return visit

    def _events(self) -> list[dict]:
        return [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]


@contextmanager
def visitor() -> Iterator[Visitor]:
    """A browser that closes at the end."""
    browser = Visitor()
    try:
        yield browser
    finally:
        browser.driver.quit()


def _note(visit: Visit, kinds: dict[str, str], event: dict) -> None:
    method, said = event["method"], event["params"]
    if method == "Network.requestWillBeSent" and said["request"]["url"].startswith(("http", "ws")):
        visit.asked.append(said["request"]["url"])
        kinds[said["requestId"]] = said.get("type", "Other")
    elif method == "Network.loadingFinished" and said["requestId"] in kinds:
        kind = kinds[said["requestId"]]
        visit.bytes_by_kind[kind] = visit.bytes_by_kind.get(kind, 0) + int(said["encodedDataLength"])
