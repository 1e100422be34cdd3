"""The checker fails in every way it can: nothing goes live, nothing is lost, and the next publication works."""

import contextlib
import os
import signal
import subprocess
import threading
from pathlib import Path

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from tests.audits.doors import form_data
from tests.audits.plainsite.models import PlainPage
from tests.audits.town import CLEAN, Town
from tests.gate import running_checker

pytestmark = pytest.mark.gate

TYPED = f"{CLEAN}<p>Ce que l’agent a saisi.</p>"


def publish(town: Town, page: PlainPage, html: str = TYPED):
    """Publish from the edit view; returns the response and the messages that the editor reads."""
    client = town.admin_client()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = client.post(address, form_data(page, html, **{"action-publish": "1"}))
    return response, " ".join(str(message) for message in get_messages(response.wsgi_request))


def children_of(pid: int) -> list[int]:
    """The processes of the checker's browser, the driver's session included."""
    listing = subprocess.run(["ps", "-eo", "pid,ppid,comm"], capture_output=True, text=True).stdout
    rows = [line.split(None, 2) for line in listing.splitlines()[1:]]
    found, wanted = [], {pid}
    for _ in range(6):
        new = {int(row[0]) for row in rows if int(row[1]) in wanted} - wanted
        found += new
        wanted |= new
    return found


def kill_all(pid: int) -> None:
    """Kill the browser of a checker; some of its processes die of the others' death."""
    for child in children_of(pid):
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)


@pytest.fixture
def own_checker(town, settings, tmp_path):
    """A checker of this test's own, to be mistreated."""
    with running_checker(tmp_path / "own.sock") as checker:
        settings.PARVIS_CHECKER_SOCKET = checker.socket
        yield checker


def assert_refused_and_kept(page: PlainPage, text: str) -> None:
    page = PlainPage.objects.get(pk=page.pk)
    assert not page.live
    assert TYPED in page.get_latest_revision_as_object().body.render_as_block()
    assert "n’a pas été publiée" in text
    assert "Réessayez" in text


def test_checker_stopped(town, settings, tmp_path, checker_socket):
    page = town.draft("Page", CLEAN)
    settings.PARVIS_CHECKER_SOCKET = tmp_path / "nobody.sock"
    response, text = publish(town, page)
    assert response.status_code == 302
    assert_refused_and_kept(page, text)
    settings.PARVIS_CHECKER_SOCKET = checker_socket
    publish(town, page)
    assert PlainPage.objects.get(pk=page.pk).live


def test_chromium_killed_in_the_middle_of_a_judgement(town, own_checker):
    page = town.draft("Page", CLEAN)
    slow = f"{TYPED}<script>const end = Date.now() + 3000; while (Date.now() < end) {{}}</script>"
    killer = threading.Timer(1.5, kill_all, [own_checker.process.pid])
    killer.start()
    _, text = publish(town, page, slow)
    killer.join()
    assert_refused_and_kept(page, text)
    publish(town, page)
    assert PlainPage.objects.get(pk=page.pk).live


def test_checker_killed_and_started_again(town, own_checker):
    page = town.draft("Page", CLEAN)
    own_checker.process.send_signal(signal.SIGTERM)
    own_checker.process.wait(20)
    _, text = publish(town, page)
    assert_refused_and_kept(page, text)
    with running_checker(Path(own_checker.socket)):
        publish(town, page)
    assert PlainPage.objects.get(pk=page.pk).live
