"""The browser of the tests that look at pages as people do."""

import os
import shutil

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

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


def chromium() -> str | None:
    """Where Chromium is on this machine; None when the driver has to look for it."""
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def start_chromium(logs: tuple[str, ...] = ()) -> webdriver.Chrome:
    """A real Chromium without a window; `logs` names what it writes down."""
    options = webdriver.ChromeOptions()
    options.set_capability("goog:loggingPrefs", dict.fromkeys(logs, "ALL"))
    for flag in CHROMIUM_FLAGS:
        options.add_argument(flag)
    if os.geteuid() == 0:
        # Chromium's sandbox refuses root; the pages here are our own.
        options.add_argument("--no-sandbox")
    if path := chromium():
        options.binary_location = path
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
