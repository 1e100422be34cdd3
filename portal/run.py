"""`make run`: the portal with its demonstration town on this machine, until Ctrl-C."""

import argparse
import math
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from accessibility.checker_client import CheckerClient, CheckerUnavailable
from portal.supervisor import Supervisor, guarded

ROOT = Path(__file__).resolve().parents[1]
PYTHON = sys.executable
HOST = "127.0.0.1"


def port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def judges(checker: CheckerClient) -> bool:
    """Whether the checker is there, with its browser."""
    try:
        checker.ping()
    except CheckerUnavailable:
        return False
    return True


def serves(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


def manage(*arguments: str) -> int:
    return subprocess.call([PYTHON, "manage.py", *arguments])


def web_command(port: int) -> list[str]:
    return [
        *(PYTHON, "-m", "gunicorn", "portal.wsgi", "--bind", f"{HOST}:{port}"),
        *("--worker-class", "gthread", "--workers", "2", "--threads", "8"),
        *("--timeout", "120", "--graceful-timeout", "5", "--access-logfile", "-", "--no-control-socket"),
    ]


def serve(port: int) -> int:
    from django.conf import settings

    checker_socket = Path(settings.PARVIS_CHECKER_SOCKET)
    checker = CheckerClient(checker_socket, settings.PARVIS_CHECKER_TIMEOUT)
    address = f"http://{HOST}:{port}/"
    started = time.monotonic()
    with Supervisor(settings.VAR / "log") as processes:
        if status := manage("migrate", "--verbosity=0"):
            return status
        processes.start("checker", [PYTHON, "-m", "accessibility", "serve", "--socket", str(checker_socket)])
        if not processes.wait_until(lambda: judges(checker), timeout=60):
            print(f"The checker does not answer: pages cannot be published. See {processes.log('checker')}")
        if manage("demo", "--first-run"):
            print("The demonstration town is not complete; the next start tries again.")
        processes.start("web", web_command(port))
        # Audits of sites are long: publications that wait have a worker of their own.
        processes.start("worker", [PYTHON, "manage.py", "db_worker", "--backend=audit", "--queue-name=default"])
        processes.start("auditor", [PYTHON, "manage.py", "db_worker", "--backend=audit", "--queue-name=sites"])
        manage("recheck", "--every-night")
        if not processes.wait_until(lambda: serves(address), timeout=60):
            print(f"The web server does not answer. See {processes.log('web')}")
            return 1
        announce(address, time.monotonic() - started)
        processes.wait_until(lambda: False, timeout=math.inf)
    return 0


def announce(address: str, seconds: float) -> None:
    from home.demo.accounts import ACCOUNTS

    print(f"\nParvis is ready in {seconds:.0f} s.\n  Portal          {address}\n  Administration  {address}admin/\n")
    for account in ACCOUNTS:
        print(f"  {account.username:<12} {account.password:<24} {account.role}")
    print("\nCtrl-C stops everything. The data stay in var/.", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="make run", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args().port
    if not port_is_free(port):
        print(f"Port {port} is taken on {HOST}. Choose another: make run PORT={port + 1}", file=sys.stderr)
        return 1
    os.chdir(ROOT)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.dev")
    os.environ["PARVIS_BASE_URL"] = f"http://{HOST}:{port}"
    os.environ["PYTHONUNBUFFERED"] = "1"
    return guarded(lambda: serve(port))


if __name__ == "__main__":
    sys.exit(main())
