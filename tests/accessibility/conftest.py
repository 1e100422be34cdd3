"""What the engine's tests share: a web server and the command line run as its users run it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.accessibility.web_server import serve

ROOT = Path(__file__).resolve().parents[2]


class CommandLine:
    """`python -m accessibility`, in a process of its own."""

    def run(self, *arguments: str, stdin: str | None = None, timeout: float = 240) -> subprocess.CompletedProcess[str]:
        """Run it to its end."""
        return subprocess.run(
            self._command(arguments), input=stdin, capture_output=True, text=True, timeout=timeout, cwd=ROOT
        )

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """Start it, and leave it to the caller."""
        return subprocess.Popen(
            self._command(arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
        )

    def rows(self, *arguments: str, timeout: float = 240) -> dict[str, dict]:
        """The pages that `check --format jsonl` printed, by URL."""
        lines = self.run("check", "--format", "jsonl", *arguments, timeout=timeout).stdout.splitlines()
        return {row["url"]: row for row in map(json.loads, lines)}

    @staticmethod
    def _command(arguments: tuple[str, ...]) -> list[str]:
        return [sys.executable, "-m", "accessibility", *arguments]


@pytest.fixture(scope="session")
def command_line() -> CommandLine:
    return CommandLine()


@pytest.fixture(scope="module")
def site():
    with serve() as served:
        yield served
