"""Fixtures that every part of the tests may use."""

import os
import shutil
import signal

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from tests.gate import checker_socket, gate

__all__ = ["checker_socket", "gate"]

# A shell that starts the tests in the background makes them ignore Ctrl-C, and so the programs that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

CHROMIUM_FLAGS = (
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def start_chromium(logs: tuple[str, ...] = ()) -> webdriver.Chrome:
    """A real Chromium without a window; `logs` names what it writes down ("browser", "performance")."""
    options = webdriver.ChromeOptions()
    options.set_capability("goog:loggingPrefs", dict.fromkeys(logs, "ALL"))
    for flag in CHROMIUM_FLAGS:
        options.add_argument(flag)
    if os.geteuid() == 0:
        # Chromium's sandbox refuses root; the pages here are our own.
        options.add_argument("--no-sandbox")
    if binary := shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome"):
        options.binary_location = binary
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes minutes to start comes first, so that no worker waits for it at the end.

    The rest stays in the order of pytest-django, in which what empties the database comes after what reads it.
    """
    items.sort(key=lambda item: "portal" not in item.fixturenames)


@pytest.fixture(scope="session")
def browser():
    """A Chromium shared by the tests of one process."""
    driver = start_chromium()
    yield driver
    driver.quit()
