"""Public pages in a real browser: their security policy stops nothing of ours, and nobody else is asked anything."""

import urllib.request

import pytest

from tests.e2e.conftest import LONGEST_START
from tests.network_log import visitor
from tests.small_site import SmallSite, html, send

pytestmark = [pytest.mark.xdist_group("portal"), pytest.mark.timeout(2 * LONGEST_START)]


@pytest.fixture(scope="module")
def policy(portal) -> str:
    with urllib.request.urlopen(portal.address) as answer:
        return answer.headers["Content-Security-Policy"]


def test_no_public_page_breaks_its_policy_or_asks_anybody_else(portal, sitemap, policy):
    assert "unsafe" not in policy
    others = ("recherche/?q=mairie", "en/recherche/?q=town", "plan-du-site/", "nulle-part/")
    others += ("signaler-un-probleme-d-accessibilite/", "compte/connexion/", "compte/creer/")
    with visitor() as browser:
        for address in [*sitemap, *(f"{portal.address}/{path}" for path in others)]:
            visit = browser.visit(address)
            assert visit.violations == [], address
            assert visit.outside == [], address
            assert address in visit.asked


def test_a_page_that_breaks_the_policy_would_be_seen(policy):
    """The same log, on a page that has an inline style, an inline script and a request to somebody else."""
    with SmallSite({}) as elsewhere, SmallSite({}) as site, visitor() as browser:
        inline = '<p style="color: red">Bonjour.</p><script>document.title = "Non"</script>'
        page = html("Page", f'{inline}<img src="{elsewhere.url}/x.png">')
        site.pages["/"] = lambda handler: send(handler, page, Content_Security_Policy=policy)
        visit = browser.visit(f"{site.url}/")
        for directive in ("style-src", "script-src", "img-src"):
            assert any(directive in message for message in visit.violations), visit.violations
        assert browser.driver.title == "Page"
        site.pages["/libre"] = page
        assert browser.visit(f"{site.url}/libre").outside == [f"{elsewhere.url}/x.png"]
