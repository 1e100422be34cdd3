"""Where Chromium and its driver are, and how they are started: headless, quiet, sandboxed, with an empty profile."""

import contextlib
import os
import shutil
import signal
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from pwd import getpwnam

from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.chromium.remote_connection import ChromiumRemoteConnection
from selenium.webdriver.common.driver_finder import DriverFinder
from selenium.webdriver.remote.client_config import ClientConfig
from urllib3.exceptions import HTTPError

UNPRIVILEGED_USER = "nobody"
VIEWPORT = (1280, 1024)
MOST_MEMORY = 2 * 1024**3
"""Bytes of data that one process of the browser may hold: a script that fills the memory of its page stops there."""
_DYING = 10
"""Seconds that a killed session may take to die."""

_LEASH = """#!/bin/sh
# Runs the driver until our standard input closes, that is, until the program that asked for a browser is gone,
# killed or not; then ends the whole session (the driver, the browser, all that they started) and removes the profile.
# No process of it may fill the memory of the machine: the one that tries dies, and the page with it.
ulimit -d "$PARVIS_MOST_KIB"
"$PARVIS_DRIVER" "$@" </dev/null &
cat >/dev/null
for look in 1 2 3 4 5 6 7 8 9; do
  left=
  for stat in /proc/[0-9]*/stat; do
    read -r line <"$stat" || continue
    set -- ${line##*) }
    process=${stat#/proc/}
    [ "$4" = "$$" ] && [ "$1" != Z ] && [ "${process%/stat}" != "$$" ] && left=1 && kill -9 "${process%/stat}"
  done 2>/dev/null
  [ "$left" ] || break
  sleep 0.1
done
cd / && rm -rf "$TMPDIR"
"""

_BINARIES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The shell draws pages as Chromium does, without the windows around them: a fifth less work, a third less memory."""
_ARGUMENTS = (
    "--headless=new",
    "--block-new-web-contents",  # the shell's word for the blocking of pop-ups, which it does not do by itself
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-features=BackForwardCache,Translate,OptimizationHints,MediaRouter,InterestFeedContentSuggestions",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
    "--mute-audio",
)


class ChromiumMissing(RuntimeError):
    """No Chromium or no driver was found, or it does not start; the message says what to do."""


@dataclass
class Running:
    """A started driver and what must be cleaned after it."""

    driver: webdriver.Remote
    service: Service | None = None
    folder: Path | None = None
    sandboxed: bool = True
    _cleaned: bool = field(default=False, repr=False)

    def kill(self) -> None:
        """Stop everything now, without asking the browser, and remove its profile."""
        if self._cleaned:
            return
        self._cleaned = True
        if self.service is not None:
            _kill_tree(self.service.process.pid if self.service.process else None)
            self.service.process = None
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)


def start(*, timeout: float, proxy: str | None = None) -> Running:
    """Start a browser, or open one on the Grid that `SELENIUM_REMOTE_URL` names.

    `timeout`: seconds that one command may last. `proxy`: `host:port` that all traffic goes through, loopback
    included. As root the driver and the browser run as an unprivileged user, which keeps the browser's sandbox; where
    the system forbids the sandbox, it starts without. Raises ChromiumMissing.
    """
    if remote := os.environ.get("SELENIUM_REMOTE_URL"):
        return _start_remote(remote, _options(proxy, os.environ.get("PARVIS_CHROMIUM")), timeout)
    options = _options(proxy, binary())
    try:
        return _start_local(options, timeout)
    except Exception:
        options.add_argument("--no-sandbox")
        try:
            running = _start_local(options, timeout)
        except Exception as error:
            raise ChromiumMissing(
                f"Chromium does not start ({str(error).strip().splitlines()[0]}). "
                "Install Chromium and its driver (Debian: apt-get install chromium chromium-driver), or set "
                "PARVIS_CHROMIUM and PARVIS_CHROMEDRIVER to their paths."
            ) from error
        running.sandboxed = False
        return running


def binary() -> str | None:
    """The browser that judges: `PARVIS_CHROMIUM`, else the lightest that is installed; None when there is none."""
    return os.environ.get("PARVIS_CHROMIUM") or next(filter(None, map(shutil.which, _BINARIES)), None)


def _options(proxy: str | None, path: str | None) -> webdriver.ChromeOptions:
    options = webdriver.ChromeOptions()
    if path:
        options.binary_location = path
    for argument in (*_ARGUMENTS, "--window-size={},{}".format(*VIEWPORT)):
        options.add_argument(argument)
    if proxy:
        options.add_argument(f"--proxy-server={proxy}")
        options.add_argument("--proxy-bypass-list=<-loopback>")
    options.unhandled_prompt_behavior = "dismiss"
    options.page_load_strategy = "normal"
    options.add_experimental_option("prefs", {"download_restrictions": 3})
    # Without a scheme to sign in with, a 401 is the page that the server sent, and no box waits for a password.
    options.add_experimental_option("localState", {"auth.schemes": "none"})
    # The driver lets pages open windows by themselves, which no visitor's browser does.
    options.add_experimental_option("excludeSwitches", ["disable-popup-blocking"])
    return options


def _start_remote(address: str, options: webdriver.ChromeOptions, timeout: float) -> Running:
    config = ClientConfig(address, timeout=timeout)
    try:
        driver = webdriver.Remote(
            ChromiumRemoteConnection(address, "goog", "chrome", client_config=config), options=options
        )
    except (WebDriverException, HTTPError) as error:
        reason = str(error).strip().splitlines()[0]
        raise ChromiumMissing(
            f"The Grid at {address} gives no browser ({reason}). Start it, or unset SELENIUM_REMOTE_URL to use the "
            "browser of this machine."
        ) from error
    return Running(driver)


def _start_local(options: webdriver.ChromeOptions, timeout: float) -> Running:
    folder = Path(tempfile.mkdtemp(prefix="parvis-chromium-"))
    environment = {
        **{name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "LC_ALL")},
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LANGUAGE": "fr",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
    }
    process_options: dict = {"start_new_session": True}
    if os.geteuid() == 0:
        account = getpwnam(UNPRIVILEGED_USER)
        os.chown(folder, account.pw_uid, account.pw_gid)
        process_options |= {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": [], "cwd": folder}
    driver_path = _leashed_driver(folder, options, environment)
    service = Service(executable_path=driver_path, env=environment, popen_kw=process_options)
    try:
        driver = webdriver.Chrome(options=options, service=service)
    except BaseException:
        _kill_tree(service.process.pid if getattr(service, "process", None) else None)
        shutil.rmtree(folder, ignore_errors=True)
        raise
    driver.command_executor.client_config.timeout = timeout
    return Running(driver, service, folder)


def _leashed_driver(folder: Path, options: webdriver.ChromeOptions, environment: dict[str, str]) -> str:
    """A command that runs the driver on a leash; Selenium Manager is asked where the driver is when we do not know."""
    driver = os.environ.get("PARVIS_CHROMEDRIVER") or shutil.which("chromedriver")
    environment["PARVIS_MOST_KIB"] = str(MOST_MEMORY // 1024)
    environment["PARVIS_DRIVER"] = driver or DriverFinder(Service(), options).get_driver_path()
    leash = folder / "leash"
    leash.write_text(_LEASH)
    leash.chmod(0o755)
    return str(leash)


def _kill_tree(leader: int | None) -> None:
    """Kill the driver's session and see it dead.

    Chromium's own children may have left its process group, not its session; one that was being born while we looked
    is found at the next look.
    """
    if leader is None:
        return
    deadline = time.monotonic() + _DYING
    while (session := _session(leader)) and time.monotonic() < deadline:
        for process in session:
            with contextlib.suppress(OSError):
                os.kill(process, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(leader, os.WNOHANG)
        time.sleep(0.01)


def _session(leader: int) -> list[int]:
    """The processes of a session that are not dead; the leader is among them until somebody has waited for it."""
    members = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _, _, session = (entry / "stat").read_text().rpartition(")")[2].split()[:4]
            except (OSError, ValueError):
                continue
            if int(session) == leader and (state not in "ZX" or int(entry.name) == leader):
                members.append(int(entry.name))
    return members
