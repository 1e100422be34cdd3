"""Production refuses to start in a state that nobody should publish in; headers hold everywhere."""

import os
import subprocess
import sys

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from home.demo.accounts import load_accounts, remove_accounts
from portal.checks import refuse_demo_accounts
from portal.settings.keys import is_default_key, kept_key

GOOD_KEY = "pX3" + "k9Qz_t7Lw-Vb2" * 5


def start(**environment) -> subprocess.CompletedProcess:
    """Django's checks as production runs them, in a process of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "PARVIS_VAR") if name in os.environ}
    command = [sys.executable, "manage.py", "check"]
    variables = {**kept, "DJANGO_SETTINGS_MODULE": "portal.settings.production", **environment}
    return subprocess.run(command, env=variables, capture_output=True, text=True)


@pytest.mark.parametrize("key", ["", "short", "django-insecure-" + "x1y2z3" * 10, "a" * 60])
def test_production_refuses_a_default_key(key):
    assert is_default_key(key)
    done = start(PARVIS_SECRET_KEY=key, PARVIS_HOSTS="www.example.org")
    assert done.returncode
    assert "PARVIS_SECRET_KEY" in done.stderr


def test_production_refuses_to_guess_its_hosts():
    done = start(PARVIS_SECRET_KEY=GOOD_KEY)
    assert done.returncode
    assert "PARVIS_HOSTS" in done.stderr


def test_production_starts_when_told_everything():
    done = start(PARVIS_SECRET_KEY=GOOD_KEY, PARVIS_HOSTS="www.example.org")
    assert done.returncode == 0, done.stderr


def test_production_refuses_demonstration_accounts(db, settings):
    settings.REFUSE_DEMO_ACCOUNTS = True

    def errors():
        return [error for error in run_checks() if error.id == "parvis.E001"]

    assert not errors()
    load_accounts()
    assert "admin, moderateur, redacteur" in errors()[0].msg
    with pytest.raises(ImproperlyConfigured):
        refuse_demo_accounts()
    with pytest.raises(CommandError):
        call_command("demo")
    remove_accounts()
    assert not errors()
    refuse_demo_accounts()


def test_development_key_is_made_once_and_private(tmp_path):
    path = tmp_path / "key"
    assert kept_key(path) == kept_key(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert not is_default_key(kept_key(path))


def test_public_pages_allow_nothing_inline(client, db):
    response = client.get("/recherche/")
    policy = response["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'self'" in policy
    assert "object-src 'none'" in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"]
    assert "camera=()" in response["Permissions-Policy"]


def test_administration_has_its_own_policy(client, db):
    policy = client.get("/admin/login/")["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-inline'" in policy
    assert "frame-ancestors 'self'" in policy


def test_no_programming_interface_is_mounted(client, db):
    for path in ("/api/", "/api/v2/pages/", "/api/v3/", "/api/v3/pages/"):
        assert client.get(path).status_code == 404
