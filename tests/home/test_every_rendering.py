"""Every page type, the example of every block and every error page, judged by our own engine in a real browser.

A new page type or block is judged as soon as it exists.
"""

import pytest
from django.template.loader import render_to_string

from accessibility.engine import check_url
from home.blocks import BodyBlock
from tests.home.every_type import PAGE_TYPES, add_below, add_one
from tests.web_site import web_site

__all__ = ["web_site"]

BLOCKS = BodyBlock().child_blocks
ADDRESSES = {
    "search": "/recherche/?q=marche",
    "search-without-words": "/recherche/",
    "search-without-results": "/recherche/?q=zzzz",
    "site-map": "/plan-du-site/",
    "report-a-problem": "/signaler-un-probleme-d-accessibilite/",
    "404": "/nulle-part/",
}
EXAMPLE = """<!DOCTYPE html>
<html lang="fr">
    <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Exemple de bloc – Ville d’essai</title>
        <link rel="stylesheet" href="/static/css/tokens.css">
        <link rel="stylesheet" href="/static/css/base.css">
        <link rel="stylesheet" href="/static/css/components.css">
        <link rel="stylesheet" href="/static/css/blocks.css">
    </head>
    <body>
        <main class="wrap" role="main">
            <div class="flow">
                <h1>Exemple de bloc</h1>
                <p>Cette page montre un bloc comme les visiteurs le voient dans une page du portail.</p>
                {block}
            </div>
        </main>
    </body>
</html>
"""


def block_alone(name: str, admin_client) -> str:
    """A page that holds the example of a block and nothing else."""
    page = admin_client.get(f"/admin/block-preview/?id={BLOCKS[name].definition_prefix}").content.decode()
    block = page.partition("<main>")[2].partition("</main>")[0]
    assert block.strip()
    return EXAMPLE.format(block=block)


@pytest.fixture
def judged(engine_browser, web_site):
    """The defects that the engine finds in some HTML, in words."""

    def judge(name: str, html: str) -> list[str]:
        report = check_url(engine_browser, web_site.page(f"/{name}.html", html))
        assert report.status == 200
        assert len(report.tests) == 258
        return [f"{finding.rule} {finding.html}" for finding in report.failures]

    return judge


@pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda kind: kind.__name__)
def test_engine_finds_no_defect_in_a_page_of_each_type(kind, client, home, add_page, judged):
    page = add_one(kind, home, add_page)
    add_below(page, add_page)
    response = client.get(page.url)
    assert response.status_code == 200
    assert judged(kind.__name__, response.content.decode()) == []


@pytest.mark.parametrize("name", ADDRESSES)
def test_engine_finds_no_defect_in_what_the_portal_answers_itself(name, client, add_page, judged):
    add_page("Marchés", introduction="Deux marchés par semaine.")
    assert judged(name, client.get(ADDRESSES[name]).content.decode()) == []


@pytest.mark.parametrize("template", ["500.html", "503.html"])
def test_engine_finds_no_defect_in_the_pages_of_bad_days(template, judged):
    assert judged(template, render_to_string(template, {"said": "Retour prévu à midi."})) == []


@pytest.mark.parametrize("name", BLOCKS)
def test_engine_finds_no_defect_in_the_example_of_each_block(name, admin_client, judged):
    assert judged(name, block_alone(name, admin_client)) == []
