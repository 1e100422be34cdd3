"""Each component has examples; each example, alone in a page, is judged by our own engine in a real browser."""

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import reverse

from accessibility.engine import check_url
from accessibility.probes.all_probes import Probing
from portal.components.catalogue import Component, Example, components
from tests.home.conftest import add_page, home
from tests.home.test_pages import soup
from tests.web_site import web_site

__all__ = ["add_page", "home", "web_site"]

TEMPLATES = settings.BASE_DIR / "portal" / "templates" / "components"
PARTS_OF_OTHERS = {"icon", "card", "tag", "font_preload", "site_name"}
"""Templates that another component includes: they are shown in it, or are in the head of every page."""
EXAMPLES = [
    pytest.param(component, example, id=f"{component.name}-{rank}")
    for component in components()
    for rank, example in enumerate(component.examples, 1)
]


def example_alone(component: Component, example: Example) -> str:
    """A page that holds one example of a component and nothing else."""
    request = RequestFactory().get("/-/composants/")
    inner = component.render(example, request)
    assert inner.strip()
    template = "portal/framed_component.html" if component.frame else "portal/component.html"
    return render_to_string(template, {"component": component, "example": example, "html": inner}, request)


def defects(browser, address: str, probing: Probing) -> list[tuple[str, str]]:
    """What the engine is certain of: the rule, and the element."""
    report = check_url(browser, address, probing=probing)
    assert report.status == 200
    return [(found.rule, found.html) for found in report.failures]


@pytest.mark.parametrize(("component", "example"), EXAMPLES)
def test_engine_finds_no_defect_in_an_example_alone(component, example, home, engine_browser, web_site):
    html = example_alone(component, example)
    assert defects(engine_browser, web_site.page(f"/{component.name}.html", html), Probing.KEYBOARD) == []


def test_engine_finds_no_defect_in_all_of_them_together_zoomed_and_narrow_too(client, home, engine_browser, web_site):
    html = client.get("/-/composants/").content.decode()
    assert defects(engine_browser, web_site.page("/composants.html", html), Probing.ALL) == []


def test_every_template_of_a_component_has_examples():
    shown = {component.template for component in components()}
    templates = {path.stem for path in TEMPLATES.glob("*.html")} - PARTS_OF_OTHERS
    included = {"error_summary"}
    assert {name for name in templates - included if f"components/{name}.html" not in shown} == set()
    assert all((TEMPLATES / f"{name}.html").is_file() for name in PARTS_OF_OTHERS | included)


def test_one_page_shows_them_all(client, home):
    page = soup(client, "/-/composants/")
    assert [section["id"] for section in page.select(".specimen")] == [f"composant-{one.name}" for one in components()]
    assert len(page.select(".specimen-title")) == len(EXAMPLES)
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_the_administration_shows_them_too(client, admin_client, home):
    assert admin_client.get(reverse("components")).status_code == 200
    client.logout()
    assert client.get(reverse("components")).status_code == 302


def test_names_are_addresses():
    names = [component.name for component in components()]
    assert len(names) == len(set(names))
    assert all(component.use.endswith(".") for component in components())
