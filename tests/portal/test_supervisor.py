"""The supervisor, with real processes: restarts what dies, leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

# A service with a child in a session of its own, as the checker and its browser are.
SERVICE = """
import os, subprocess, sys, time
child = subprocess.Popen(["sleep", "600"], start_new_session=True)
with open(sys.argv[1], "a") as file:
    print(os.getpid(), child.pid, file=file)
time.sleep(600)
"""
PROGRAM = """
import sys
from pathlib import Path
from portal.supervisor import Supervisor, guarded

def serve():
    folder = Path(sys.argv[1])
    with Supervisor(folder / "log") as processes:
        processes.start("service", [sys.executable, str(folder / "service.py"), str(folder / "pids")])
        processes.wait_until(lambda: False, timeout=120)
    return 0

sys.exit(guarded(serve))
"""


def wait_for(condition, seconds: float = 30):
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return found


class Running:
    """A supervised service that runs, and the processes that it wrote down."""

    def __init__(self, folder: Path):
        self.pids = folder / "pids"
        (folder / "service.py").write_text(SERVICE)
        self.guard = subprocess.Popen([sys.executable, "-c", PROGRAM, str(folder)])
        self.generation(1)

    def generation(self, number: int) -> list[int]:
        """The service and its child, once started for the nth time."""
        lines = wait_for(
            lambda: (
                self.pids.exists()
                and len(self.pids.read_text().splitlines()) >= number
                and self.pids.read_text().splitlines()
            )
        )
        return [int(pid) for pid in lines[number - 1].split()]

    def everybody(self) -> list[psutil.Process]:
        guard = psutil.Process(self.guard.pid)
        return [guard, *guard.children(recursive=True)]


@pytest.fixture
def running(tmp_path):
    running = Running(tmp_path)
    yield running
    if running.guard.poll() is None:
        running.guard.terminate()
        running.guard.wait(30)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_stops_everything(running, number):
    everybody = running.everybody()
    assert len(everybody) == 4
    running.guard.send_signal(number)
    assert running.guard.wait(30) == 0
    assert not psutil.wait_procs(everybody, timeout=10)[1]


@pytest.mark.parametrize("killed", [0, 1], ids=["guard", "supervisor"])
def test_nothing_is_left_when_one_is_killed_outright(running, killed):
    everybody = running.everybody()
    everybody[killed].kill()
    running.guard.wait(30)
    assert not psutil.wait_procs(everybody, timeout=20)[1]


def test_what_dies_starts_again_and_leaves_no_orphan(running):
    service, child = running.generation(1)
    os.kill(service, signal.SIGKILL)
    wait_for(lambda: not psutil.pid_exists(child))
    again, _ = running.generation(2)
    assert psutil.pid_exists(again)
