"""The checker's verdicts are each page's own: no hostile page changes a later one."""

import contextlib
import threading

import pytest

from accessibility.checker import Checker, CheckerServer
from accessibility.checker_client import CheckerClient
from accessibility.page_errors import PageError
from accessibility.site_files import FileRoot

pytestmark = pytest.mark.xdist_group("checker")

SITE = "http://ville.example/page/"
GOOD = (
    '<!DOCTYPE html><html lang="fr"><head><title>Essai</title></head><body><main><h1>Essai</h1>'
    "<!--parvis body.1--><p>Texte.</p><!--/parvis-->{}</main></body></html>"
)
BAD = GOOD.format('<img src="/media/a.png">')

HOSTILE = {
    "timers": "<script>setInterval(() => { document.body.innerHTML = '<img src=x>'; }, 1);"
    "setInterval(() => { for (const w of [window.opener, top, parent]) "
    "try { w.document.body.innerHTML = ''; } catch {} }, 1)"
    "</script>",
    "fake axe": "<script>"
    "window.axe = { run: () => Promise.resolve({ violations: [], incomplete: [] }), configure() {} };"
    "Object.defineProperty(window, 'axe', { value: window.axe, writable: false, configurable: false });</script>",
    "polluted prototypes": "<script>Array.prototype.map = () => []; Object.prototype.toJSON = () => null;"
    "JSON.stringify = () => '{}'; Element.prototype.getAttribute = () => 'x'; Promise.prototype.then = () => {};"
    "Document.prototype.querySelectorAll = () => []; WeakMap.prototype.get = () => 0;</script>",
    "storage": "<script>localStorage.setItem('a', 'b'); document.cookie = 'theme=hostile; path=/';"
    "navigator.serviceWorker && navigator.serviceWorker.register('/sw.js');</script>",
    "pop-ups": "<script>open('/page/'); open('about:blank'); alert(1); onbeforeunload = () => 'reste';</script>",
}
LEAVING = {
    "navigation": "<script>location.href = 'http://ailleurs.example/';</script>",
    "refresh": '<meta http-equiv="refresh" content="0; url=/autre/">',
}


@pytest.fixture(scope="module")
def checker():
    """A checker with its browser, in this process."""
    checker = Checker(timeout=8)
    checker.warm_up()
    yield checker
    checker.close()


def verdict(checker: Checker, html: str) -> list[tuple]:
    report = checker.judge(html, SITE, [])
    return [(finding.rule, finding.provenance, finding.html) for finding in report.failures]


def test_plain_verdicts(checker):
    assert verdict(checker, GOOD) == []
    assert [rule for rule, _, _ in verdict(checker, BAD)] == ["axe-image-alt"]


@pytest.mark.parametrize("trick", HOSTILE)
def test_hostile_page_changes_no_later_verdict(checker, trick):
    clean, bad = verdict(checker, GOOD), verdict(checker, BAD)
    try:
        own = verdict(checker, BAD.replace("</main>", HOSTILE[trick] + "</main>"))
        assert "axe-image-alt" in [rule for rule, _, _ in own]
    except PageError:
        pass
    assert verdict(checker, GOOD) == clean
    assert verdict(checker, BAD) == bad


@pytest.mark.parametrize("trick", LEAVING)
def test_page_that_leaves_its_address_gets_no_verdict_and_changes_no_later_one(checker, trick):
    try:
        report = checker.judge(BAD.replace("</main>", LEAVING[trick] + "</main>"), SITE, [])
        assert report.failures
    except PageError:
        pass
    assert verdict(checker, GOOD) == []
    assert [rule for rule, _, _ in verdict(checker, BAD)] == ["axe-image-alt"]


def test_endless_script_costs_one_page(checker):
    with pytest.raises(PageError):
        checker.judge(GOOD.format("<script>while (true) {}</script>"), SITE, [])
    assert verdict(checker, GOOD) == []


def test_what_fails_after_an_answer_is_not_told_in_its_place(tmp_path):
    class Dying(Checker):
        @contextlib.contextmanager
        def judged(self, html, url, roots):
            with super().judged(html, url, roots) as report:
                yield report
                raise PageError("the browser was lost after the answer")

    checker = Dying(timeout=8)
    with CheckerServer(tmp_path / "checker.sock", checker) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        client = CheckerClient(tmp_path / "checker.sock", 30)
        for html, failures in ((GOOD, 0), (BAD, 1), (GOOD, 0)):
            found = client.judge(html, SITE, [])["findings"]
            assert sum(finding["verdict"] == "fail" for finding in found) == failures
        server.shutdown()
    checker.close()


def test_browser_reaches_nothing_but_the_site_files(checker, tmp_path):
    """The image of the site is loaded; one of another site, or of this machine, is not."""
    (tmp_path / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="7" height="7"/>')
    html = GOOD.format(
        '<img alt="Logo" src="/static/logo.svg"><img alt="Hors du dossier" src="/static/../../etc/passwd">'
        '<img alt="Ailleurs" src="http://127.0.0.1:22/"><img alt="Plus loin" src="https://example.org/a.png">'
    )
    html = html.replace(
        "</main>",
        "</main><script>onload = () => {"
        "document.title = [...document.images].map((image) => image.naturalWidth).join(' '); }</script>",
    )
    report = checker.judge(html, SITE, [FileRoot("/static/", (tmp_path,))])
    assert report.title == "7 0 0 0"
