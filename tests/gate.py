"""The gate as the portal has it: a real checker in a process of its own, one for all the tests of a session."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.roots import restore_roots


@pytest.fixture(scope="session")
def checker_socket(request, tmp_path_factory) -> Iterator[Path]:
    """The socket of a checker that lives as long as the session's tests."""
    if running := request.config.getoption("--layer-checker", None):
        yield Path(running)
        return
    socket = tmp_path_factory.mktemp("checker") / "checker.sock"
    with running_checker(socket):
        yield socket


@pytest.fixture
def gate(transactional_db, settings, checker_socket, tmp_path) -> None:
    """A database in which transactions commit, with what `migrate` leaves in it, and the checker at hand."""
    restore_roots()
    settings.PARVIS_CHECKER_SOCKET = checker_socket
    settings.MEDIA_ROOT = tmp_path / "media"


class running_checker:
    """A checker process, ready when the block is entered, gone when it is left."""

    def __init__(self, socket: Path) -> None:
        self.socket = socket
        self.process: subprocess.Popen | None = None

    def __enter__(self) -> "running_checker":
        self.process = subprocess.Popen(
            [sys.executable, "-m", "accessibility", "serve", "--socket", str(self.socket)],
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        line = self.process.stdout.readline()
        assert "ready" in line, line
        return self

    def __exit__(self, *_) -> None:
        if self.process.poll() is None:
            os.kill(self.process.pid, signal.SIGTERM)
            self.process.wait(20)
