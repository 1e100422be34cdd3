"""Waits for what a key or a click leads to: the driver does not always."""

from collections.abc import Iterator
from contextlib import contextmanager

from selenium.webdriver.common.by import By
from selenium.webdriver.support.expected_conditions import staleness_of
from selenium.webdriver.support.ui import WebDriverWait


@contextmanager
def leaving(browser, *, seconds: float = 30) -> Iterator[None]:
    """What is done within leads to another page: wait until this one is no more."""
    here = browser.find_element(By.TAG_NAME, "html")
    yield
    WebDriverWait(browser, seconds).until(staleness_of(here))
