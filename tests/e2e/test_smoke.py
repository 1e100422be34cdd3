"""The portal answers in a real browser."""

import pytest
from selenium.webdriver.common.by import By


@pytest.mark.django_db(transaction=True)
def test_administration_asks_to_log_in(browser, live_server):
    browser.get(f"{live_server.url}/admin/")
    assert browser.find_element(By.NAME, "username").is_displayed()
    assert browser.find_element(By.TAG_NAME, "html").get_attribute("lang").startswith("fr")
