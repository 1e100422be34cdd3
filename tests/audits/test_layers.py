"""Each layer of the gate holds something that no other holds: taken away alone, the tests named for it fail.

On PostgreSQL only the layer that is in the database is taken away: the others are the same code there.
"""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from tests.audits.without_layer import LAYERS, OWN

pytestmark = pytest.mark.timeout(900)

ROOT = Path(__file__).resolve().parents[2]
IN_THE_DATABASE = "trigger"


@pytest.fixture(scope="module")
def database(django_db_setup, django_db_blocker, tmp_path_factory):
    """The name of a copy of the tests' database, so that no layer waits for another one to be made."""
    with django_db_blocker.unblock():
        connection.ensure_connection()
        if connection.vendor == "sqlite":
            name = str(tmp_path_factory.mktemp("layers") / "layers.sqlite3")
            with closing(sqlite3.connect(name)) as copy:
                connection.connection.backup(copy)
            yield name
        else:
            source = connection.settings_dict["NAME"]
            name = f"{source}_layers"
            connection.close()
            _as_maintenance(f'DROP DATABASE IF EXISTS "{name}"', f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
            yield name
            _as_maintenance(f'DROP DATABASE "{name}"')


def _as_maintenance(*statements: str) -> None:
    with connection._nodb_cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def run(database: str, checker: Path, layer: str, tests: tuple[str, ...]) -> tuple[int, set[str], str]:
    """Run tests without a layer, in a process of their own: exit code, the tests that failed, all that was said."""
    command = [sys.executable, "-m", "pytest", "-p", "tests.audits.without_layer", "--without-layer", layer]
    command += ["--layer-database", database, "--layer-checker", str(checker), "--reuse-db", "--no-migrations"]
    command += ["-p", "no:xdist", "-p", "no:cacheprovider", "-q", "--tb=line", "-rf", *tests]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    failed = {line.split()[1] for line in done.stdout.splitlines() if line.startswith("FAILED ")}
    return done.returncode, failed, done.stdout + done.stderr


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[pytest.mark.gate] if name == IN_THE_DATABASE else []) for name in LAYERS]
)
def test_without_a_layer_its_tests_fail(name, database, checker_socket):
    code, failed, said = run(database, checker_socket, name, LAYERS[name].tests)
    assert code == pytest.ExitCode.TESTS_FAILED, said
    assert failed == set(LAYERS[name].tests), said


def test_with_every_layer_they_pass(database, checker_socket):
    """What fails above fails for want of its layer, not for the way that it is run: the others pass everywhere."""
    tests = tuple(test for layer in LAYERS.values() for test in layer.tests if test.startswith(OWN))
    code, _, said = run(database, checker_socket, "none", tests)
    assert code == pytest.ExitCode.OK, said
