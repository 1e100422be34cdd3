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
# No network, and no care for what a power cut would lose.
SERVER_SETTINGS = {"listen_addresses": "", "fsync": "off", "max_connections": 200}


def binaries() -> Path:
    """Where the newest PostgreSQL server of this machine is."""
    found = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    if found:
        return max(found, key=lambda path: float(path.parent.name))
    if initdb := shutil.which("initdb"):
        return Path(initdb).parent
    raise SystemExit("No PostgreSQL server here. As root, `make setup` installs Debian's package postgresql.")


def as_unprivileged() -> list[str]:
    """The command prefix that leaves root."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", f"--reuid={UNPRIVILEGED}", f"--regid={UNPRIVILEGED}", "--init-groups"]


@contextmanager
def cluster():
    """Start a server on a Unix socket in a temporary directory; give its DATABASE_URL; stop and remove it."""
    tools = binaries()
    prefix = as_unprivileged()
    directory = Path(tempfile.mkdtemp(prefix="parvis-pg-"))
    if prefix:
        shutil.chown(directory, UNPRIVILEGED)
    data, log = directory / "data", directory / "log"

    def call(tool: str, *arguments: str) -> None:
        command = [*prefix, tools / tool, f"--pgdata={data}", *arguments]
        # A file, not a pipe: the server that pg_ctl leaves behind would hold a pipe open.
        with (directory / "messages").open("w+") as messages:
            if subprocess.run(command, cwd=directory, stdout=messages, stderr=messages).returncode:
                messages.seek(0)
                raise SystemExit(f"{tool} failed: {messages.read()}{log.read_text() if log.exists() else ''}")

    try:
        call("initdb", "--username=parvis", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync")
        settings = {**SERVER_SETTINGS, "unix_socket_directories": directory}
        options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
        call("pg_ctl", "start", "--wait", f"--log={log}", f"--options={options}")
        try:
            yield f"postgres://parvis@{quote(str(directory), safe='')}/postgres"
        finally:
            call("pg_ctl", "stop", "--wait", "--mode=immediate")
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def main() -> int:
    with cluster() as url:
        return subprocess.call(sys.argv[1:], env={**os.environ, "DATABASE_URL": url})


if __name__ == "__main__":
    sys.exit(main())
