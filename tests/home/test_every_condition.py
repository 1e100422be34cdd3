"""What the portal shows, in every condition in which people read it, judged by our own engine in a real browser.

Light and dark, on a computer, on a telephone, at 200 % zoom, and with the text spacing of RGAA test 10.12.1. All of it
is a long proof; its small twin judges the page of all the components and a home page, dark, on a telephone.
"""

from collections.abc import Callable, Iterator
from unittest import mock

import pytest
from django.template.loader import render_to_string

from accessibility import chromium
from accessibility.browser import Browser
from accessibility.engine import check_url
from accessibility.probes.all_probes import Probing
from portal.components.catalogue import components
from tests.home.every_type import PAGE_TYPES, add_below, add_one
from tests.home.test_every_rendering import ADDRESSES, BLOCKS, block_alone
from tests.portal.test_components import example_alone
from tests.web_site import web_site

__all__ = ["web_site"]

WINDOWS = {"computer": (1280, 1024), "telephone": (360, 640), "200 % zoom": (640, 512)}
"""CSS pixels. A window of 1,280 at 200 % has 640 of them."""
SPACED = (
    "<style>* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    " p { margin-bottom: 2em !important }</style></head>"
)
CONDITIONS = [
    *((window, scheme, False) for window in WINDOWS for scheme in ("light", "dark")),
    ("computer", "light", True),
    ("telephone", "light", True),
]
"""Window, scheme, and whether the text is spaced."""


@pytest.fixture(scope="module")
def browsers() -> Iterator[dict[str, Browser]]:
    """The engine's browser in each window."""
    running: dict[str, Browser] = {}
    try:
        for name, size in WINDOWS.items():
            with mock.patch.object(chromium, "VIEWPORT", size):
                running[name] = Browser()
                running[name].start()
        yield running
    finally:
        for browser in running.values():
            browser.stop()


@pytest.fixture
def defects(browsers, web_site) -> Callable[..., list[str]]:
    """What the engine is certain of in some HTML in one condition, in words."""

    def judge(html: str, window: str, scheme: str, spaced: bool) -> list[str]:
        assert html.count("<html ") == html.count("</head>") == 1
        html = html.replace("<html ", f'<html data-appearance="{scheme}" ')
        if spaced:
            html = html.replace("</head>", SPACED)
        report = check_url(browsers[window], web_site.page("/page.html", html), probing=Probing.ALL)
        assert report.status == 200
        return [f"{found.rule} {found.html}" for found in report.failures]

    return judge


@pytest.fixture
def clean(defects) -> Callable[[str], None]:
    """Asserts that some HTML has no defect in any condition."""

    def judge(html: str) -> None:
        found = {condition: defects(html, *condition) for condition in CONDITIONS}
        assert {condition: some for condition, some in found.items() if some} == {}

    return judge


def test_a_home_page_and_the_components_have_no_defect_dark_on_a_telephone(client, home, add_page, defects):
    add_below(home, add_page)
    for address in ("/", "/-/composants/"):
        assert defects(client.get(address).content.decode(), "telephone", "dark", False) == []


def test_a_defect_of_one_scheme_and_of_one_width_is_seen(client, home, defects):
    pale = "<style>:root[data-appearance=dark] a { color: #222; background: #000 }</style></head>"
    wide = "<style>@media (max-width: 400px) { a { color: #ccc; background: #fff } }</style></head>"
    html = client.get("/").content.decode()
    assert defects(html.replace("</head>", pale), "computer", "dark", False)
    assert not defects(html.replace("</head>", pale), "computer", "light", False)
    assert defects(html.replace("</head>", wide), "telephone", "light", False)
    assert not defects(html.replace("</head>", wide), "computer", "light", False)


@pytest.mark.proof
@pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda kind: kind.__name__)
def test_a_page_of_each_type(kind, client, home, add_page, clean):
    page = add_one(kind, home, add_page)
    add_below(page, add_page)
    clean(client.get(page.url).content.decode())


@pytest.mark.proof
@pytest.mark.parametrize("address", [*ADDRESSES.values(), "/-/composants/"])
def test_what_the_portal_answers_itself(address, client, add_page, clean):
    add_page("Marchés", introduction="Deux marchés par semaine.")
    clean(client.get(address).content.decode())


@pytest.mark.proof
@pytest.mark.parametrize("template", ["500.html", "503.html"])
def test_the_pages_of_bad_days(template, clean):
    clean(render_to_string(template, {"said": "Retour prévu à midi."}))


@pytest.mark.proof
@pytest.mark.parametrize("name", BLOCKS)
def test_the_example_of_each_block(name, admin_client, clean):
    clean(block_alone(name, admin_client))


@pytest.mark.proof
@pytest.mark.parametrize("component", components(), ids=lambda component: component.name)
def test_the_examples_of_each_component(component, home, clean):
    for example in component.examples:
        clean(example_alone(component, example))
