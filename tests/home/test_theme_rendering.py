"""Palettes that are accepted, drawn at random and shown on the page of all the components, to axe's eye."""

import random
import re

import pytest
from wagtail.models import Site

from accessibility import axe
from home.models import Theme
from home.theme.palette import SCHEMES, too_pale
from tests.accessibility.web_server import Answer
from tests.home.test_theme_colours import some_palette
from tests.web_site import web_site

__all__ = ["web_site"]

CONTRAST = """
axe.run(document, {runOnly: ["color-contrast"], resultTypes: ["violations"]}).then((found) =>
  [found.passes.length, found.violations.flatMap((rule) => rule.nodes.map((node) => node.html))])
"""
PALETTES = [*range(2), *(pytest.param(number, marks=pytest.mark.proof) for number in range(2, 20))]


@pytest.fixture
def pale(home, client, engine_browser, web_site):
    """The elements of the page of components that axe finds too pale, with some colours, in a scheme."""

    def look(colours: dict[str, str], scheme: str) -> list[str]:
        Theme.objects.all().delete()
        Theme.objects.create(site=Site.objects.get(is_default_site=True), **colours)
        html = client.get("/-/composants/").content.decode()
        sheet = re.search(r'href="(/themes/[^"]+)"', html)[1]
        web_site.page(sheet, Answer(client.get(sheet).content, kind="text/css"))
        html = html.replace("<html ", f'<html data-appearance="{scheme}" ', 1)
        with engine_browser.window() as window:
            window.navigate(web_site.page("/composants.html", html))
            passes, violations = window.evaluate(";\n".join((axe.script(), CONTRAST)), window.main_frame)
        assert passes
        return violations

    return look


def accepted(number: int) -> dict[str, str]:
    """The accepted palette of this rank, of an endless draw with a fixed seed; it changes something."""
    chance = random.Random(20261128)
    while True:
        chosen = some_palette(chance)
        if chosen and not too_pale(chosen):
            if not number:
                return chosen
            number -= 1


@pytest.mark.parametrize("number", PALETTES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_no_contrast_failure_with_an_accepted_palette(number, scheme, pale):
    colours = accepted(number)
    assert pale(colours, scheme) == [], colours


def test_axe_finds_one_with_a_palette_that_is_refused(pale):
    assert too_pale({"brand": "#9fc3b8"})
    assert pale({"brand": "#9fc3b8"}, "light")
