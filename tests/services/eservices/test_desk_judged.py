"""The screens of the desk in a real browser: our engine finds no defect, nothing overflows, the keyboard suffices."""

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

from accessibility.engine import check_url
from services.eservices.desk.actions import ask_resident, take_request
from services.eservices.following.actions import write_as_resident
from tests.admin_screens import put_made_files
from tests.audits.test_audit_screens import defects_of_ours, web_site
from tests.services.eservices.resident import BIRTH
from tests.services.eservices.sent import send_now
from tests.services.eservices.test_desk_actions import agent_of

__all__ = ["web_site"]

pytestmark = pytest.mark.xdist_group("eservices_judged")
WIDE = (
    "return [...document.querySelectorAll('.audit-decision *')]"
    ".filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 200))"
)


@pytest.fixture
def shown(client, town, web_site):
    """The screens as an agent gets them, put on the server one by one."""
    request, agent = send_now(town[BIRTH]), agent_of(town[BIRTH])
    take_request(request, agent)
    ask_resident(request, agent, "La photo est floue.", ["Pièce d’identité"])
    write_as_resident(request, "La voici bientôt.")
    other = send_now(town[BIRTH])
    take_request(other, agent)
    client.force_login(agent)
    put_made_files(web_site, client)
    answers = {
        "queue": lambda: client.get("/admin/demandes/"),
        "request": lambda: client.get(f"/admin/demandes/{request.pk}/"),
        "refuse": lambda: client.post(f"/admin/demandes/{other.pk}/refuser/", {"text": "", "appeal": ""}),
        "assign": lambda: client.get(f"/admin/demandes/{other.pk}/attribuer/"),
    }
    return lambda name: web_site.page(f"/{name}.html", answers[name]().content.decode())


@pytest.mark.parametrize("name", ["queue", "request", "refuse", "assign"])
def test_engine_finds_no_defect(name, shown, engine_browser):
    assert defects_of_ours(check_url(engine_browser, shown(name))) == []


def test_nothing_overflows_on_a_telephone_and_the_keyboard_reaches_the_button(shown, browser):
    metrics = {"width": 360, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    try:
        for name in ("request", "refuse"):
            browser.get(shown(name))
            assert browser.execute_script(WIDE) == [], name
        browser.execute_script("document.getElementsByName('text')[0].focus()")
        reached = []
        for _ in range(6):
            ActionChains(browser).send_keys(Keys.TAB).perform()
            reached.append(browser.execute_script("return document.activeElement.name || document.activeElement.type"))
            if "submit" in reached:
                break
        assert reached[0] == "appeal" and "files" in reached and reached[-1] == "submit"
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
