"""Fixtures that every part of the tests may use."""

import signal

import pytest

from accessibility.browser import Browser
from tests.chromium import start_chromium
from tests.gate import checker_socket, gate

__all__ = ["checker_socket", "gate"]

# A shell that starts the tests in the background makes them ignore Ctrl-C, and so the programs that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)


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


@pytest.fixture(scope="module")
def engine_browser():
    """The browser of the engine, shared by the tests of one module."""
    with Browser() as running:
        yield running
