"""One window of the browser on one page: it is looked into from an isolated world, out of reach of its scripts."""

import base64
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from selenium.common.exceptions import (
    NoSuchWindowException,
    TimeoutException,
    UnexpectedAlertPresentException,
    WebDriverException,
)
from urllib3.exceptions import HTTPError

from accessibility.page_errors import BrowserLost, NotAPage, PageError, WentElsewhere

WORLD = "parvis"
_ANY_ELEMENT = ":not(parvis-nothing)"
_MOST_DIALOGS = 20
_TAIL = 5
"""Seconds that a document may still take to be whole once the browser says that its address is loaded."""
_GONE = ("no such execution context", "context with specified id", "Frame with the given id", "No frame", "navigated")
"""In the driver's messages: what a command was meant for has gone."""
_MOVES = ("Input.", "Emulation.")
"""Commands after which a tab is not what it was: its next page may find a pointer on it, or another screen."""
_ERROR_CODE = "document.querySelector('.error-code')?.textContent.trim() ?? ''"
_EMPTY_ERROR = """
(() => {
  const navigation = performance.getEntriesByType("navigation")[0];
  return navigation?.responseStatus >= 400 && !navigation.decodedBodySize ? navigation.responseStatus : 0;
})()
"""
_SIZE = "performance.getEntriesByType('navigation')[0]?.decodedBodySize"
_HIDDEN_SETTLE = """
new Promise((done) => {
  let last = performance.now();
  const start = last;
  const observer = new MutationObserver(() => { last = performance.now(); });
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  const timer = setInterval(() => {
    const now = performance.now();
    const quiet = now - last > QUIET;
    if (quiet || now - start > LONGEST) { clearInterval(timer); observer.disconnect(); done(quiet); }
  }, 20);
})
"""


_FINISH_MOTION = """
for (const motion of document.getAnimations())
  if (Number.isFinite(motion.effect?.getComputedTiming().endTime)) motion.finish();
"""


class Window:
    """One window on one page, read only from an isolated world, which the page's own scripts cannot reach.

    `leaves_nothing`: the next page may be shown in the same tab, as whoever looked at this one said (`leave_clean`),
    and finds a script there, `at_hand`.
    """

    def __init__(self, driver, timeout: float) -> None:
        self._driver = driver
        self.timeout = timeout
        self._worlds: dict[str, int] = {}
        self._deadline = time.monotonic() + timeout
        self.main_frame = ""
        self.url = ""
        self.given_up = False
        self.leaves_nothing = False
        self.at_hand = ""
        self._is_moved = False

    def leave_clean(self, *, at_hand: str) -> None:
        """Say that the page ran nothing: unless keys, pointer or screen were moved, its tab is as new once blank.

        `at_hand`: a script with which the isolated world of each later page of the tab begins.
        """
        self.leaves_nothing = not self._is_moved
        self.at_hand = at_hand

    def give_up(self) -> None:
        """Ask nothing more of a page that does not answer; what was read of it stands, its browser is started anew."""
        self.given_up = True
        self._deadline = 0.0

    @contextmanager
    def in_haste(self, seconds: float) -> Iterator[None]:
        """For what may be left undone: the page stops answering after so many seconds, not after its whole time."""
        client = self._driver.command_executor.client_config
        usual, deadline = client.timeout, self._deadline
        client.timeout, self._deadline = seconds, min(deadline, time.monotonic() + seconds)
        try:
            yield
        finally:
            client.timeout = usual
            if not self.given_up:
                self._deadline = deadline

    def command(self, name: str, **parameters: Any) -> dict[str, Any]:
        """One DevTools command; dialogs that the page opens are dismissed. Raises PageError."""
        if name.startswith(_MOVES):
            self._is_moved, self.leaves_nothing = True, False
        for _ in range(_MOST_DIALOGS):
            if time.monotonic() > self._deadline:
                raise BrowserLost(f"not read within {self.timeout:g} s")
            try:
                answer = self._driver.execute_cdp_cmd(name, parameters)
                if answer is not None:  # a dialog box that the page opened meanwhile took the answer away
                    return answer
            except UnexpectedAlertPresentException:
                continue
            except HTTPError as error:
                raise BrowserLost("the page stopped answering") from error
            except NoSuchWindowException as error:
                raise PageError("the page closed its own window") from error
            except WebDriverException as error:
                if any(sign in str(error.msg) for sign in _GONE):
                    raise WentElsewhere from error
                if isinstance(error, TimeoutException):
                    raise BrowserLost("the page stopped answering") from error
                if "crashed" in str(error.msg):
                    raise BrowserLost(f"the browser was lost ({first_line(error)})") from error
                raise
        raise BrowserLost("the page never stops opening dialog boxes")

    def navigate(self, url: str) -> None:
        """Load a page and wait for it. Raises PageError when it does not load in time or is not a web page."""
        try:
            self._driver.get(url)
        except UnexpectedAlertPresentException:
            pass
        except TimeoutException as error:
            raise PageError(f"no answer within {self.timeout:g} s") from error
        except HTTPError as error:
            raise BrowserLost("the page stopped answering") from error
        except NoSuchWindowException as error:
            raise PageError("the page closed its own window") from error
        except WebDriverException as error:
            reason = first_line(error)
            if "net::ERR_ABORTED" in reason:
                raise NotAPage("the address shows no page (download, or empty answer)") from error
            if "net::" in reason:
                raise _not_loaded(reason[reason.index("net::") :].split()[0]) from error
            raise
        self._arrived()
        if status := self.evaluate(_EMPTY_ERROR):
            raise _not_loaded(f"HTTP ERROR {status}")

    def catch_up(self) -> None:
        """Look at the document that is there now, when the page may have gone elsewhere. Raises PageError."""
        self._arrived()

    def show(self, html: str) -> None:
        """Replace the current document by this HTML, keeping its address, and wait for it to load."""
        self._deadline = time.monotonic() + self.timeout
        self.command("Page.setDocumentContent", frameId=self.main_frame, html=html)
        while not self.is_whole(self.main_frame):
            time.sleep(0.02)

    def size(self) -> int:
        """Bytes of the document as it was received, decompressed."""
        return self.evaluate(_SIZE) or 0

    def is_whole(self, frame: str) -> bool:
        """Whether a document has been received to its end, with what it needs to be shown."""
        return self.evaluate("document.readyState", frame) == "complete"

    def settle(self, *, quiet: float = 0.1, longest: float = 1.0) -> bool:
        """Wait until the document has not changed for `quiet` seconds, `longest` at most; whether it did settle."""
        expression = _HIDDEN_SETTLE.replace("QUIET", str(quiet * 1000)).replace("LONGEST", str(longest * 1000))
        return self.evaluate(expression)

    def finish_motion(self, frame: str) -> None:
        """Bring a document's transitions and animations to their end: a colour on its way to another is nobody's."""
        self.evaluate(_FINISH_MOTION, frame)

    def evaluate(self, expression: str, frame: str | None = None) -> Any:
        """Evaluate an expression in the isolated world of a frame (the page's by default) and return its value."""
        answer = self.command(
            "Runtime.evaluate",
            expression=expression,
            contextId=self.world(frame or self.main_frame),
            awaitPromise=True,
            returnByValue=True,
            timeout=int(self.timeout * 1000),
        )
        return _value(answer)

    def world(self, frame: str) -> int:
        """The isolated world of a frame, made at the first call (an execution context identifier)."""
        if frame not in self._worlds:
            answer = self.command("Page.createIsolatedWorld", frameId=frame, worldName=WORLD)
            self._worlds[frame] = answer["executionContextId"]
        return self._worlds[frame]

    def source(self) -> str:
        """The document as it was received, decoded; empty when the browser no longer has it."""
        try:
            return self.command("Page.getResourceContent", frameId=self.main_frame, url=self.url)["content"]
        except (WebDriverException, WentElsewhere):
            return ""

    def capture(self) -> bytes:
        """What the window shows now, as a PNG."""
        answer = self.command("Page.captureScreenshot", format="png", optimizeForSpeed=True)
        return base64.b64decode(answer["data"])

    def seconds_left(self) -> float:
        """Seconds that the page may still take to be read."""
        return self._deadline - time.monotonic()

    def frames(self) -> list[tuple[str, int]]:
        """The frames that can be read, parents first: (frame identifier, index of their host in its parent's table).

        Needs the probe to have run in the parent; a frame of another site runs elsewhere and is not in the list.
        """
        return list(self._frames_under(self.command("Page.getFrameTree")["frameTree"]))

    def _frames_under(self, tree: dict[str, Any]) -> Iterator[tuple[str, int]]:
        for child in tree.get("childFrames", []):
            yield child["frame"]["id"], tree["frame"]["id"]
            yield from self._frames_under(child)

    def count_elements(self) -> int:
        """How many elements the page holds with its frames and shadow trees, closed ones included."""
        self.command("DOM.enable")
        self.command("DOM.getDocument", depth=0)
        found = self.command("DOM.performSearch", query=_ANY_ELEMENT, includeUserAgentShadowDOM=False)
        self.command("DOM.discardSearchResults", searchId=found["searchId"])
        self.command("DOM.disable")
        return found["resultCount"]

    def host_position(self, frame: str, parent: str) -> int | None:
        """Position, in the probe's table of the parent document, of the element that shows a frame."""
        owner = self.command("DOM.getFrameOwner", frameId=frame)
        resolved = self.command(
            "DOM.resolveNode", backendNodeId=owner["backendNodeId"], executionContextId=self.world(parent)
        )
        answer = self.command(
            "Runtime.callFunctionOn",
            objectId=resolved["object"]["objectId"],
            functionDeclaration="function () { return parvisIndex.get(this) ?? null; }",
            returnByValue=True,
        )
        return _value(answer)

    def _arrived(self) -> None:
        self._deadline = time.monotonic() + self.timeout
        frame = self.command("Page.getFrameTree")["frameTree"]["frame"]
        self.main_frame = frame["id"]
        self.url = frame["url"]
        self._worlds.clear()
        scheme = urlsplit(self.url).scheme
        if scheme == "chrome-error":
            raise _not_loaded(self.evaluate(_ERROR_CODE) or self._asked_again(frame.get("unreachableUrl", "")))
        if scheme in ("about", "data"):
            raise NotAPage("the address shows no page (download, or empty answer)")
        self._await_whole()

    def _asked_again(self, url: str) -> str:
        """Why an address does not load, from a browser that shows no error page: only a second request tells."""
        try:
            answer = self._driver.execute_cdp_cmd("Page.navigate", {"url": url})
        except WebDriverException as error:
            return first_line(error)
        return answer.get("errorText") or "an error that did not come again"

    def _await_whole(self) -> None:
        """A document whose answer was cut short stays at what it had received: it says nothing of the page."""
        until = time.monotonic() + _TAIL
        while not self.is_whole(self.main_frame):
            if time.monotonic() > until:
                raise PageError("could not be loaded: the answer is cut short, or never ends")
            time.sleep(0.02)


def _not_loaded(reason: str) -> PageError:
    return PageError(f"could not be loaded: {reason.removeprefix('net::')}")


def _value(answer: dict[str, Any]) -> Any:
    if "exceptionDetails" in answer:
        details = answer["exceptionDetails"]
        text = details.get("exception", {}).get("description") or details.get("text", "")
        raise PageError(f"could not be read: {text.splitlines()[0] if text else json.dumps(details)[:200]}")
    return answer["result"].get("value")


def first_line(error: BaseException) -> str:
    """The first line of what the driver says of a failure."""
    lines = str(getattr(error, "msg", None) or error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
