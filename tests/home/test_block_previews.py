"""The example of each block, judged by our own engine in a real browser, with the portal's style sheets."""

import mimetypes

import pytest
from django.conf import settings

from accessibility.browser import Browser
from accessibility.engine import check_url
from accessibility.outcome import Verdict
from home.blocks import BodyBlock
from tests.accessibility.web_server import Answer, serve

BLOCKS = BodyBlock().child_blocks
STATIC = settings.BASE_DIR / "portal" / "static"
DOCUMENT = """<!DOCTYPE html>
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


@pytest.fixture(scope="module")
def engine_browser():
    with Browser() as running:
        yield running


@pytest.fixture(scope="module")
def web_site():
    """A server that has the portal's static files."""
    with serve() as site:
        for file in STATIC.rglob("*.*"):
            kind = mimetypes.guess_type(file.name)[0]
            site.page(f"/static/{file.relative_to(STATIC)}", Answer(file.read_bytes(), kind=kind))
        yield site


def example(client, name: str) -> str:
    """What the administration shows of a block, without the frame around."""
    page = client.get(f"/admin/block-preview/?id={BLOCKS[name].definition_prefix}").content.decode()
    return page.partition("<main>")[2].partition("</main>")[0]


@pytest.mark.parametrize("name", BLOCKS)
def test_engine_finds_no_defect_in_the_example(name, admin_client, engine_browser, web_site):
    block = example(admin_client, name)
    assert block.strip()
    report = check_url(engine_browser, web_site.page(f"/{name}.html", DOCUMENT.format(block=block)))
    assert report.status == 200
    assert [finding for finding in report.findings if finding.verdict is Verdict.FAIL] == []
