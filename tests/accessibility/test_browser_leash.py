"""A program that is killed leaves no browser behind."""

import os
import signal
import subprocess
import sys
import time

PROGRAM = """
import sys, time
from accessibility.browser import Browser
browser = Browser()
browser.start()
print(browser._running.service.process.pid, flush=True)
time.sleep(60)
"""


def session_members(session: int) -> list[str]:
    """The processes of a session that still run."""
    listing = subprocess.run(["ps", "-eo", "sid=,stat=,comm="], capture_output=True, text=True).stdout
    rows = [line.split(None, 2) for line in listing.splitlines()]
    return [row[2] for row in rows if int(row[0]) == session and not row[1].startswith("Z")]


def test_kill_minus_nine_leaves_no_browser():
    program = subprocess.Popen([sys.executable, "-c", PROGRAM], stdout=subprocess.PIPE, text=True)
    session = int(program.stdout.readline())
    assert any("chrom" in name for name in session_members(session))
    os.kill(program.pid, signal.SIGKILL)
    program.wait()
    deadline = time.monotonic() + 20
    while session_members(session) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert session_members(session) == []
