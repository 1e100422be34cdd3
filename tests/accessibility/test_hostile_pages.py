"""Pages that resist: each gets an answer in time, and none changes what is said of itself or of the next one."""

import pytest

from tests.accessibility.hostile_pages import (
    CUT_SHORT,
    ENDLESS,
    HANGING,
    IMPATIENCE,
    NOT_READ,
    PICTURE,
    READ_ALL_THE_SAME,
    TIMEOUT,
    put,
)
from tests.accessibility.web_server import CLEAN, Answer

pytestmark = pytest.mark.xdist_group("hostile_pages")


@pytest.fixture(scope="module")
def rows(site, command_line):
    """Every page that does not hang, checked one after the other by one browser."""
    addresses = {name: put(site, name, answer) for name, answer in READ_ALL_THE_SAME.items()}
    addresses |= {name: put(site, name, answer) for name, (answer, _) in NOT_READ.items()}
    addresses |= {"refused": "http://127.0.0.1:2/", "clean": site.page("/clean", CLEAN.format(""))}
    found = command_line.rows(*addresses.values())
    return {name: found[address] for name, address in addresses.items()}


@pytest.mark.parametrize("name", READ_ALL_THE_SAME)
def test_a_strange_page_is_judged(rows, name):
    assert "error" not in rows[name]
    assert rows[name]["tests"]["1.1.1"] == "failed"
    assert rows[name]["status"] == READ_ALL_THE_SAME[name].status


@pytest.mark.parametrize("name", NOT_READ)
def test_what_is_no_page_is_one_error_line(rows, name):
    assert NOT_READ[name][1] in rows[name]["error"]
    assert "\n" not in rows[name]["error"]


def test_a_server_that_refuses_is_one_error_line(rows):
    assert set(rows["refused"]) == {"url", "error"}


def test_the_page_that_comes_last_is_judged_as_if_it_were_alone(rows):
    assert [finding for finding in rows["clean"]["findings"] if finding["verdict"] == "fail"] == []


def test_a_frame_cut_short_says_nothing(site, command_line):
    site.page("/frame", Answer(CLEAN.format(PICTURE), headers=CUT_SHORT, linger=0.5))
    address = site.page("/around", CLEAN.format('<iframe src="/frame" title="Horaires"></iframe>'))
    row = command_line.rows(address)[address]
    assert [finding for finding in row["findings"] if finding["verdict"] == "fail"] == []
    assert row["tests"]["1.1.1"] == "cantTell"


@pytest.mark.xdist_group("hanging_pages")
def test_a_page_that_hangs_costs_its_time_and_no_more(site, command_line):
    addresses = [put(site, name, answer) for name, answer in HANGING.items()]
    last = site.page("/after", CLEAN.format(PICTURE))
    found = command_line.rows("--timeout", str(TIMEOUT), *addresses, last, timeout=(TIMEOUT + 15) * 6)
    said = [found[address].get("error", "judged") for address in addresses]
    expected = ("within", "answering", "dialog boxes", "browser was lost", "cut short, or never ends")
    assert [error for error in said if "\n" in error or not any(word in error for word in expected)] == []
    assert found[last]["tests"]["1.1.1"] == "failed"


@pytest.mark.xdist_group("endless_pages")
def test_a_page_that_never_ends_costs_its_time_and_no_more(site, command_line):
    site.page("/clean", CLEAN.format(""))
    addresses = [put(site, name, answer) for name, answer in ENDLESS.items()]
    last = [site.page(f"/after-{number}", CLEAN.format(PICTURE)) for number in (1, 2)]
    longest = (2 * IMPATIENCE + 10) * len(addresses)
    found = command_line.rows("--timeout", str(IMPATIENCE), "--jobs", "2", *addresses, *last, timeout=longest)
    said = [found[address].get("error", "judged") for address in addresses]
    expected = ("judged", "within", "answering", "too large", "went elsewhere", "browser was lost", "cut short")
    assert [error for error in said if "\n" in error or not any(word in error for word in expected)] == []
    assert [found[address]["tests"]["1.1.1"] for address in last] == ["failed", "failed"]


ISOLATION = {
    "a false axe": """
        const axe = {run: async () => ({violations: [], incomplete: []}), configure() {}, version: '0'};
        Object.defineProperty(window, 'axe', {value: axe, writable: false, configurable: false});""",
    "polluted prototypes": """
        Array.prototype.map = () => []; Array.prototype.push = () => 0; Array.prototype[Symbol.iterator] = null;
        Object.prototype.toJSON = () => null; String.prototype.trim = () => ''; Promise.prototype.then = () => {};
        JSON.stringify = () => '[]'; JSON.parse = () => null; window.JSON = null; window.WeakMap = null;""",
    "a document that lies": """
        Document.prototype.querySelectorAll = () => []; Document.prototype.querySelector = () => null;
        Element.prototype.getAttribute = () => 'fr'; Element.prototype.matches = () => false;
        Object.defineProperty(Node.prototype, 'firstChild', {get: () => null});
        Object.defineProperty(Element.prototype, 'attributes', {get: () => []});
        Object.defineProperty(Document.prototype, 'doctype', {get: () => null});
        window.getComputedStyle = () => ({display: 'none', getPropertyValue: () => 'none'});""",
    "observers that strike back": """
        new MutationObserver(() => { document.title = 'Autre'; document.documentElement.lang = ''; })
            .observe(document, {attributes: true, attributeFilter: ['data-axe', 'data-parvis'], subtree: true});
        window.MutationObserver = null; window.performance = null;
        addEventListener('error', () => { document.body.innerHTML = ''; });""",
}
FRAMED = '<iframe title="Carte" srcdoc="<p lang=fr>Plan <img src=y.png></p>"></iframe>'


@pytest.fixture(scope="module")
def reports(site, command_line):
    """The reports of the same defects with a script that does nothing, and with each of the hostile ones."""
    pages = {name: f"/isolated{number}" for number, name in enumerate(["nothing", *ISOLATION])}
    for name, path in pages.items():
        script = ISOLATION.get(name, "0;")
        defects = (
            f'<p style="color:#999;background:#fff">Pâle</p><input type="text"><center>Titre</center>{PICTURE}{FRAMED}'
        )
        page = CLEAN.format(defects).replace("</title>", f"</title><script>{script}</script>")
        pages[name] = site.page(path, page)
    found = command_line.rows(*pages.values())
    return {name: found[address] for name, address in pages.items()}


def test_the_defects_are_found_in_the_frame_too(reports):
    targets = [f["targets"] for f in reports["nothing"]["findings"] if f["rule"] == "axe-image-alt"]
    assert len(targets) == 2
    assert ["#contenu > iframe:nth-child(7)", "html > body > p > img"] in targets


@pytest.mark.parametrize("name", ISOLATION)
def test_a_page_cannot_change_its_own_verdict(reports, name):
    innocent, hostile = reports["nothing"], reports[name]
    assert "error" not in hostile
    assert hostile["tests"] == innocent["tests"]
    assert hostile["title"] == innocent["title"]

    def said(row):
        return [(f["rule"], f["verdict"], f["targets"], f["message"], f["fix"]) for f in row["findings"]]

    assert said(hostile) == said(innocent)


def test_a_colour_on_its_way_to_another_is_not_judged(site, command_line):
    styles = """
        .turned { color: #000; transition: color 100s; @starting-style { color: #fff; } }
        .faded { animation: appear 100s; } @keyframes appear { from { color: #fff; } to { color: #000; } }
        .pale { color: #fff; animation: turn 1s infinite; } @keyframes turn { from { rotate: 0deg; } }"""
    body = "<p class=turned>Ouvert</p><p class=faded>Demain</p><p class=pale>Pâle pour de bon</p>"
    address = site.page("/moving", CLEAN.format(body).replace("</title>", f"</title><style>{styles}</style>"))
    findings = command_line.rows(address)[address]["findings"]
    pale = [finding["html"] for finding in findings if finding["rule"] == "axe-color-contrast"]
    assert pale == ['<p class="pale">Pâle pour de bon</p>']
