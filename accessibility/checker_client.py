"""Asking the checker for a verdict, from another process."""

import json
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accessibility import engine


class CheckerUnavailable(Exception):
    """No verdict could be had; the message says why, for an engineer."""


@dataclass(frozen=True)
class CheckerClient:
    """Talks to the checker on its Unix socket. `timeout`: seconds to wait for one answer."""

    socket_path: Path
    timeout: float = 120

    def judge(self, html: str, url: str, files: Sequence[tuple[str, Sequence[str]]]) -> dict[str, Any]:
        """The report of a page, as the command line's JSON has it. Raises CheckerUnavailable.

        `files`: the folders that answer for an address prefix, such as `("/static/", ["/folder"])`.
        """
        return self._ask({"html": html, "url": url, "files": [[prefix, list(at)] for prefix, at in files]})["report"]

    def ping(self) -> None:
        """Make sure that the checker answers and that its browser is ready. Raises CheckerUnavailable."""
        self._ask({"ping": True})

    def _ask(self, request: dict[str, Any]) -> dict[str, Any]:
        try:
            with socket.socket(socket.AF_UNIX) as connection:
                connection.settimeout(self.timeout)
                connection.connect(str(self.socket_path))
                connection.sendall(json.dumps(request).encode() + b"\n")
                with connection.makefile("rb") as stream:
                    answer = json.loads(stream.readline())
        except (OSError, ValueError) as error:
            raise CheckerUnavailable(f"the checker does not answer on {self.socket_path}: {error}") from error
        if answer.get("fingerprint") != engine.fingerprint():
            raise CheckerUnavailable("the checker runs another version of the engine: restart it")
        if "error" in answer:
            raise CheckerUnavailable(answer["error"])
        return answer
