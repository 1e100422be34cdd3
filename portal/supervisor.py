"""Keeps the portal's processes together: starts them, restarts those that die, leaves none behind.

Two processes hold one another. The guard is the parent: it adopts every descendant whose own parent dies, and
ends them all when the supervisor is gone, even killed. When the guard dies first, the supervisor is told by the
system and stops everything itself. Linux only.
"""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psutil

STOPPING_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
LONGEST_DELAY = 30
STEADY_AFTER = 60
GRACE = 10

_SET_PARENT_DEATH_SIGNAL = 1
_SET_CHILD_SUBREAPER = 36
_libc = ctypes.CDLL(None, use_errno=True)


def _adopt_orphans() -> None:
    _libc.prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def end_all(processes: list[psutil.Process]) -> None:
    """Kill processes and all that they started."""
    for process in processes:
        try:
            family = [process, *process.children(recursive=True)]
        except psutil.NoSuchProcess:
            continue
        for member in family:
            try:
                member.kill()
            except psutil.NoSuchProcess:
                continue
    psutil.wait_procs(processes, timeout=GRACE)


def guarded(main: Callable[[], int]) -> int:
    """Run `main` in a child process; whatever happens to either, no descendant is left."""
    _adopt_orphans()
    guard = os.getpid()
    child = os.fork()
    if child == 0:
        _libc.prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGTERM, 0, 0, 0)
        if os.getppid() != guard:
            os._exit(1)
        _adopt_orphans()
        sys.exit(main())
    for number in STOPPING_SIGNALS:
        signal.signal(number, lambda received, _: psutil.pid_exists(child) and os.kill(child, received))
    _, status = os.waitpid(child, 0)
    end_all(psutil.Process().children())
    return os.waitstatus_to_exitcode(status)


@dataclass
class _Service:
    command: Sequence[str]
    process: subprocess.Popen | None = None
    started: float = 0
    failures: int = 0
    start_at: float = 0


@dataclass
class Supervisor:
    """The processes of one portal, each with its log in `logs`. Leave the context to stop them."""

    logs: Path
    services: dict[str, _Service] = field(default_factory=dict)

    def __enter__(self) -> "Supervisor":
        self.logs.mkdir(parents=True, exist_ok=True)
        for number in STOPPING_SIGNALS:
            signal.signal(number, lambda *_: sys.exit(0))
        return self

    def __exit__(self, *_) -> None:
        for number in STOPPING_SIGNALS:
            signal.signal(number, signal.SIG_IGN)
        running = [service.process for service in self.services.values() if service.process]
        for process in running:
            process.terminate()
        deadline = time.monotonic() + GRACE
        while any(process.poll() is None for process in running) and time.monotonic() < deadline:
            time.sleep(0.05)
        end_all(psutil.Process().children())

    def log(self, name: str) -> Path:
        return self.logs / f"{name}.log"

    def start(self, name: str, command: Sequence[str]) -> None:
        """Start a process that is to stay."""
        service = self.services.setdefault(name, _Service(command))
        service.started = time.monotonic()
        with self.log(name).open("ab") as log:
            # Its own session: Ctrl-C in the terminal reaches the supervisor alone, which stops the others in order.
            service.process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )

    def tend(self) -> None:
        """Start again what has died, later each time that it dies quickly, and end what it left behind."""
        now = time.monotonic()
        for name, service in self.services.items():
            if service.process and service.process.poll() is not None:
                service.failures = 0 if now - service.started > STEADY_AFTER else service.failures + 1
                delay = min(LONGEST_DELAY, 2 ** max(0, service.failures - 1))
                print(f"{name} stopped ({service.process.returncode}), starts again in {delay} s: {self.log(name)}")
                service.process, service.start_at = None, now + delay
                self._end_orphans()
            elif service.process is None and now >= service.start_at:
                self.start(name, service.command)

    def _end_orphans(self) -> None:
        ours = {service.process.pid for service in self.services.values() if service.process}
        end_all([child for child in psutil.Process().children() if child.pid not in ours])

    def wait_until(self, ready: Callable[[], bool], *, timeout: float) -> bool:
        """Tend the processes until something is so; False when it is not within `timeout` seconds."""
        deadline = time.monotonic() + timeout
        while not ready():
            if time.monotonic() > deadline:
                return False
            self.tend()
            time.sleep(0.1)
        return True
