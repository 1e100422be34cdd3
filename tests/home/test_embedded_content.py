"""Contents of third parties: a link for all, a frame on demand where the settings allow it, and nothing before."""

import os
import subprocess
import sys

import pytest
from django.conf import settings as portal
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.accessibility.web_server import Answer, serve
from tests.home.bodies import accepted, faults_of_typography, refused, rendered, words_of

BUS = {
    "title": "Plan des bus",
    "level": "3",
    "provider": "Transports du Val",
    "address": "https://bus.example/plan",
    "data_sent": "votre adresse IP",
    "frame_address": "",
}
FRAMED = {**BUS, "frame_address": "https://bus.example/cadre?ligne=1&sens=2"}
SCRIPT = portal.BASE_DIR / "portal" / "static" / "js" / "embedded-content.js"


def test_content_is_a_link_that_says_who_receives_what():
    html = rendered("embedded_content", BUS)
    link = html.find("a")
    assert link["href"] == "https://bus.example/plan"
    assert words_of(link) == "Ouvrir «\u00a0Plan des bus\u00a0» sur bus.example"
    assert "Transports du Val recevra votre adresse IP." in words_of(html)
    assert not html.find_all(["iframe", "script", "button"])


def test_no_host_may_be_framed_by_default():
    assert portal.PARVIS_FRAME_HOSTS == []
    messages = refused("embedded_content", FRAMED)
    assert set(messages) == {"frame_address"}
    assert not faults_of_typography(messages["frame_address"])
    assert not rendered("embedded_content", FRAMED).find_all(["script", "button"])


@pytest.mark.parametrize(
    "address",
    [
        "https://autre.example/cadre",
        "http://bus.example/cadre",
        "https://bus.example.autre.example/",
        "https://bus.example:8443/",
        "https://bus.example@autre.example/",
    ],
)
def test_only_listed_hosts_may_be_framed(settings, address):
    settings.PARVIS_FRAME_HOSTS = ["bus.example"]
    accepted("embedded_content", FRAMED)
    messages = refused("embedded_content", {**BUS, "frame_address": address})
    assert "https://bus.example" in messages["frame_address"]


def policy_with(hosts: str) -> str:
    """What the settings let into frames when the environment names these hosts."""
    program = "from portal.settings import security; print(security.CONTENT_SECURITY_POLICY['DIRECTIVES']['frame-src'])"
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PARVIS_FRAME_HOSTS": hosts},
        cwd=portal.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_the_same_list_opens_the_security_policy(client, db):
    assert "frame-src 'self';" in client.get("/recherche/")["Content-Security-Policy"] + ";"
    assert policy_with("") == str(["'self'"])
    assert policy_with("bus.example tube.example") == str(["'self'", "https://bus.example", "https://tube.example"])


@pytest.fixture
def address(settings):
    """A page with two such contents, under the portal's policy but for the frames of one host."""
    settings.PARVIS_FRAME_HOSTS = ["bus.example"]
    block = rendered("embedded_content", FRAMED).decode_contents()
    policy = "default-src 'self'; frame-src 'self' https://bus.example"
    with serve() as site:
        site.page("/static/js/embedded-content.js", Answer(SCRIPT.read_bytes(), kind="text/javascript"))
        html = f"<!DOCTYPE html><html lang='fr'><title>Bus</title><main>{block}{block}</main></html>"
        yield site.page("/", Answer(html, headers={"Content-Security-Policy": policy}))


def test_frame_appears_only_once_asked_for(browser, address):
    browser.get(address)
    assert not browser.find_elements(By.TAG_NAME, "iframe")
    buttons = browser.find_elements(By.TAG_NAME, "button")
    assert [button.is_displayed() for button in buttons] == [True, True]
    assert buttons[0].get_property("textContent") == "Afficher «\u00a0Plan des bus\u00a0» ici"
    buttons[0].send_keys(Keys.ENTER)
    frame = browser.find_element(By.TAG_NAME, "iframe")
    assert frame.get_attribute("src") == FRAMED["frame_address"]
    assert frame.get_attribute("title") == "Plan des bus"
    assert browser.switch_to.active_element == frame
    assert len(browser.find_elements(By.TAG_NAME, "button")) == 1
    assert len(browser.find_elements(By.CSS_SELECTOR, "a[href='https://bus.example/plan']")) == 2


def test_button_stays_hidden_without_its_script(settings):
    settings.PARVIS_FRAME_HOSTS = ["bus.example"]
    html = rendered("embedded_content", FRAMED)
    assert html.find("button").parent.has_attr("hidden")
    assert html.find("script")["type"] == "module"
