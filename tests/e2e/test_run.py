"""`make run` loads the town once, stops whole and keeps its data."""

import subprocess
import sys
import urllib.request

import psutil
import pytest

from tests.e2e.conftest import LONGEST_START, ROOT

pytestmark = [pytest.mark.xdist_group("portal"), pytest.mark.timeout(2 * LONGEST_START)]


def test_a_taken_port_is_said(portal):
    port = portal.address.rsplit(":", 1)[1]
    done = subprocess.run(
        [sys.executable, "-m", "portal.run", "--port", port], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1
    assert f"Port {port} is taken" in done.stderr


def test_second_start_keeps_the_data_and_leaves_nothing_running(portal):
    assert "The demonstration town is loaded" in portal.printed
    everybody = portal.everybody()
    commands = [" ".join(process.cmdline()) for process in everybody]
    for part in ("gunicorn", "accessibility serve", "db_worker", "chrom"):
        assert any(part in command for command in commands), part
    portal.stop()
    assert not psutil.wait_procs(everybody, timeout=20)[1]

    portal.start()
    assert "The demonstration town is loaded" not in portal.printed
    with urllib.request.urlopen(portal.address) as answer:
        assert "Merlonges" in answer.read().decode()
