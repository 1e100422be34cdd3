"""The whole portal as `make run` starts it: every process, a database of its own, the demonstration town."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_START = 600


class RunningPortal:
    """A portal with its data in a folder; it may be stopped and started again."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.address = ""
        self.process: subprocess.Popen | None = None
        self.starts = 0

    @property
    def printed(self) -> str:
        """What this start has printed so far."""
        return (self.folder / f"output-{self.starts}.txt").read_text()

    def everybody(self) -> list[psutil.Process]:
        main = psutil.Process(self.process.pid)
        family = [main, *main.children(recursive=True)]
        return [process for process in family if process.status() != psutil.STATUS_ZOMBIE]

    def start(self) -> None:
        """Start, and wait until everything is ready."""
        self.starts += 1
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        environment = {**os.environ, "PARVIS_VAR": str(self.folder), "DJANGO_SETTINGS_MODULE": "portal.settings.dev"}
        environment.pop("DATABASE_URL", None)
        with (self.folder / f"output-{self.starts}.txt").open("wb") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "portal.run", "--port", str(port)],
                cwd=ROOT,
                env=environment,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        deadline = time.monotonic() + LONGEST_START
        while "Parvis is ready" not in self.printed:
            assert self.process.poll() is None, self.printed
            assert time.monotonic() < deadline, self.printed
            time.sleep(0.2)

    def stop(self) -> None:
        """Stop as Ctrl-C does."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            self.process.wait(60)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def portal():
    """A portal shared by the tests of one process."""
    with tempfile.TemporaryDirectory(prefix="parvis-run-") as folder:
        portal = RunningPortal(Path(folder))
        try:
            portal.start()
            yield portal
        finally:
            portal.stop()


@pytest.fixture
def sitemap(portal) -> list[str]:
    """The addresses of the town's pages."""
    with urllib.request.urlopen(f"{portal.address}/sitemap.xml") as answer:
        text = answer.read().decode()
    return [part.split("</loc>")[0] for part in text.split("<loc>")[1:]]
