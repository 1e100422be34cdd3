"""A small town behind the gate: the real checker, a real database, pages of the plain site."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from wagtail.models import Page, Site

from audits.actions import publish_page
from tests.audits.town import Town
from tests.roots import restore_roots


@pytest.fixture(scope="session")
def checker_socket(request, tmp_path_factory) -> Iterator[Path]:
    """The socket of a checker that lives as long as the session's tests."""
    if running := request.config.getoption("--layer-checker", None):
        yield Path(running)
        return
    socket = tmp_path_factory.mktemp("checker") / "checker.sock"
    with running_checker(socket):
        yield socket


@pytest.fixture
def gate(transactional_db, settings, checker_socket, tmp_path) -> None:
    """A database in which transactions commit, with what `migrate` leaves in it, and the checker at hand."""
    restore_roots()
    settings.PARVIS_CHECKER_SOCKET = checker_socket
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def unpublished_town(gate) -> Town:
    """A site whose home page is still a draft."""
    root = Page.objects.get(depth=1)
    Site.objects.all().delete()
    for page in root.get_children():
        page.delete()
    town = Town(root=Page.objects.get(pk=root.pk))
    town.home = town.draft("Accueil", "<p>Bienvenue.</p>", parent=town.root)
    Site.objects.create(hostname="localhost", port=80, root_page=town.home, is_default_site=True)
    return town


@pytest.fixture
def town(unpublished_town, django_user_model) -> Town:
    """A site whose home page is live, and its administrator."""
    town = unpublished_town
    town.home = publish_page(town.home)
    town.admin = django_user_model.objects.create_superuser("admin", "admin@example.org", "mot de passe")
    return town


class running_checker:
    """A checker process, ready when the block is entered, gone when it is left."""

    def __init__(self, socket: Path) -> None:
        self.socket = socket
        self.process: subprocess.Popen | None = None

    def __enter__(self) -> "running_checker":
        self.process = subprocess.Popen(
            [sys.executable, "-m", "accessibility", "serve", "--socket", str(self.socket)],
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        line = self.process.stdout.readline()
        assert "ready" in line, line
        return self

    def __exit__(self, *_) -> None:
        if self.process.poll() is None:
            os.kill(self.process.pid, signal.SIGTERM)
            self.process.wait(20)
