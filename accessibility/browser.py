"""A warm Chromium: it opens a fresh window per page, and survives the page."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from selenium.common.exceptions import (
    UnexpectedAlertPresentException,
    WebDriverException,
)
from urllib3.exceptions import HTTPError

from accessibility import chromium
from accessibility.discretion import unlogged
from accessibility.page_errors import BrowserLost, PageError, WentElsewhere
from accessibility.window import WORLD, Window, first_line

_GRACE = 5
"""Seconds that a command may last over the time of a page, after which the browser is given up."""
_MOST_IN_A_TAB = 50
"""Pages that one tab may show one after the other: what it keeps of them is let go with it."""
_TO_GIVE_BACK = 1
"""Seconds in which a Grid has surely heard that a browser is given back."""
_BLANK = "about:blank"


class Browser:
    """One Chromium, one window at a time, restarted when it dies. Used by one thread at a time.

    A page that leaves its tab as it found it leaves it to the next one, with axe already compiled in it.

    `timeout`: seconds that a page may take to load, and the same again to be read. `product`: name and
    version that the browser adds to its own in what it tells servers, without calling itself headless. `cookies`:
    as DevTools takes them, what every window begins with; whatever else a page leaves goes with it.
    """

    def __init__(
        self,
        *,
        timeout: float = 30,
        proxy: str | None = None,
        product: str = "",
        pages_before_restart: int = 300,
    ) -> None:
        self.timeout = timeout
        self.proxy = proxy
        self.product = product
        self.cookies: tuple[dict[str, Any], ...] = ()
        self._starts = 0
        self._running: chromium.Running | None = None
        self._base: str | None = None
        self._pages = 0
        self._is_kept = False
        self._pages_in_tab = 0
        self._pages_before_restart = pages_before_restart
        self._lock = threading.RLock()

    def start(self) -> None:
        """Start the browser if it does not run. Raises chromium.ChromiumMissing."""
        with self._lock:
            if self._running is None:
                self._running = chromium.start(timeout=self.timeout + _GRACE, proxy=self.proxy)
                driver = self._running.driver
                driver.set_page_load_timeout(self.timeout)
                self._base = driver.current_window_handle
                self._pages = 0
                self._is_kept = False
                self._starts += 1

    def ready(self) -> int:
        """Start the browser if it does not run, anew if it has shown many pages; how many times it was started."""
        if self._pages >= self._pages_before_restart:
            self.stop()
        self.start()
        return self._starts

    def stop(self) -> None:
        """Stop the browser and remove its profile."""
        with self._lock:
            running, self._running = self._running, None
        if running is not None:
            if running.service is None:
                _give_back(running.driver)
            running.kill()

    def __enter__(self) -> "Browser":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @contextmanager
    def window(self) -> Iterator["Window"]:
        """A fresh window, closed at the end. What kills the browser raises BrowserLost; the next call restarts it."""
        try:
            driver = self._with_tab()
            window = Window(driver, self.timeout)
            yield window
            if window.given_up:
                self.stop()
            elif window.leaves_nothing and self._pages_in_tab < _MOST_IN_A_TAB:
                self._keep_tab(driver, window.at_hand)
            else:
                self._close_windows(driver)
        except PageError as error:
            if isinstance(error, BrowserLost | WentElsewhere):  # one that keeps leaving makes each command wait
                self.stop()
            else:
                self._close_or_stop(driver)
            raise
        except (WebDriverException, HTTPError, OSError) as error:
            self.stop()
            raise BrowserLost(f"the browser was lost ({first_line(error)})") from error
        except BaseException:
            self.stop()
            raise

    def _with_tab(self) -> Any:
        """The driver on a tab for a page. A browser that died since the last one, or that a Grid ended, starts anew."""
        starts = self._starts
        try:
            self.ready()
            return self._on_tab(self._running.driver)
        except (WebDriverException, HTTPError, OSError):
            if self._starts != starts:
                raise
            self.stop()
            self.start()
            return self._on_tab(self._running.driver)

    def _on_tab(self, driver) -> Any:
        if self._is_kept:
            driver.execute_cdp_cmd("Runtime.evaluate", {"expression": "1"})
        else:
            driver.switch_to.new_window("tab")
            self._pages_in_tab = 0
            if self.product:
                self._name_itself(driver)
        if self.cookies:
            with unlogged():
                driver.execute_cdp_cmd("Network.setCookies", {"cookies": list(self.cookies)})
        self._is_kept = False
        self._pages += 1
        self._pages_in_tab += 1
        return driver

    def _keep_tab(self, driver, at_hand: str) -> None:
        """Empty the tab for the next page, which will have a script at hand that is sent once for all."""
        if self._pages_in_tab == 1:
            command = {"source": f"if (window === top) {{ {at_hand} }}", "worldName": WORLD}
            driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", command)
        driver.get(_BLANK)
        driver.execute_cdp_cmd("Page.resetNavigationHistory", {})
        driver.execute_cdp_cmd("Network.clearBrowserCookies", {})
        self._is_kept = True

    def _name_itself(self, driver) -> None:
        own = driver.execute_cdp_cmd("Browser.getVersion", {})["userAgent"]
        own = own.replace("HeadlessChrome", "Chrome")
        driver.execute_cdp_cmd("Emulation.setUserAgentOverride", {"userAgent": f"{own} {self.product}"})

    def _close_or_stop(self, driver) -> None:
        try:
            self._close_windows(driver)
        except (WebDriverException, HTTPError, OSError):
            self.stop()

    def _close_windows(self, driver) -> None:
        """Close every window but the first, the pop-ups of a page included, and forget cookies and storage."""
        for handle in driver.window_handles:
            if handle != self._base:
                with suppress(UnexpectedAlertPresentException):
                    driver.switch_to.window(handle)
                    driver.close()
        driver.switch_to.window(self._base)
        driver.execute_cdp_cmd("Network.clearBrowserCookies", {})


def _give_back(driver) -> None:
    """Tell a Grid that its browser is no longer needed; it may take its time, and nobody waits for that."""

    def quit_it() -> None:
        with suppress(WebDriverException, HTTPError, OSError):
            driver.quit()

    giving = threading.Thread(target=quit_it, daemon=True, name="give-back")
    giving.start()
    giving.join(_TO_GIVE_BACK)
