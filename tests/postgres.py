"""A throw-away PostgreSQL for the length of one command: `python -m tests.postgres COMMAND…`.

The command finds the server by DATABASE_URL. PostgreSQL refuses root, which hands it to the user that owns
Debian's packages.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

UNPRIVILEGED = "postgres"


def binaries() -> Path:
    """Where the newest PostgreSQL server of this machine is."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda path: float(path.parent.name))
    if initdb := shutil.which("initdb"):
        return Path(initdb).parent
    raise SystemExit("No PostgreSQL server here. As root, `make setup` installs Debian's package postgresql.")


@contextmanager
def cluster():
    """Start a server on a Unix socket in a temporary directory; give its DATABASE_URL; stop and remove it."""
    tools = binaries()
    drop = (
        ["setpriv", f"--reuid={UNPRIVILEGED}", f"--regid={UNPRIVILEGED}", "--init-groups"]
        if os.geteuid() == 0
        else []
    )
    directory = Path(tempfile.mkdtemp(prefix="parvis-pg-"))
    if drop:
        shutil.chown(directory, UNPRIVILEGED)
    data = directory / "data"

    def call(tool: str, *arguments: str) -> None:
        done = subprocess.run(
            [*drop, tools / tool, *arguments], cwd=directory, text=True, capture_output=True, check=False
        )
        if done.returncode:
            log = directory / "log"
            raise SystemExit(f"{tool} failed: {done.stderr}{log.read_text() if log.exists() else ''}")

    try:
        call(
            "initdb",
            "--pgdata",
            str(data),
            "--username=parvis",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        options = f"-c listen_addresses='' -c unix_socket_directories='{directory}' -c fsync=off -c max_connections=200"
        call(
            "pg_ctl",
            "start",
            "--wait",
            "--pgdata",
            str(data),
            "--log",
            str(directory / "log"),
            "--options",
            options,
        )
        try:
            yield f"postgres://parvis@{quote(str(directory), safe='')}/postgres"
        finally:
            call("pg_ctl", "stop", "--wait", "--mode=immediate", "--pgdata", str(data))
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def main() -> int:
    with cluster() as url:
        return subprocess.call(sys.argv[1:], env={**os.environ, "DATABASE_URL": url})


if __name__ == "__main__":
    sys.exit(main())
