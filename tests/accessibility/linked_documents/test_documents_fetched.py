"""Documents fetched as a crawl's pages are, from real servers: what is refused, what is cut, what is asked once."""

import time
from contextlib import contextmanager
from dataclasses import replace

import pytest

from accessibility.addresses import host_and_port
from accessibility.linked_documents.courtesy import Courtesy
from accessibility.linked_documents.documents import Documents
from accessibility.linked_documents.limits import DocumentLimits
from accessibility.linked_documents.reader import DocumentReader
from accessibility.linked_documents.unread import Unread
from accessibility.network_rules import NetworkRules
from tests.accessibility.documents.made_office import docx
from tests.accessibility.documents.made_pdf import make
from tests.accessibility.web_server import Answer, serve
from tests.small_site import SmallSite, redirect, send

LIMITS = DocumentLimits(bytes=200_000, fetch_seconds=2)
UNTAGGED = make(None, lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"))


def reader_of(site, *others, limits: DocumentLimits = LIMITS, ignored: bool = False) -> DocumentReader:
    """A reader for which one address of the loopback is public; the ports of the others are not what stops it."""
    named = frozenset(host_and_port(one.url) for one in (site, *others))
    rules = NetworkRules(allowed=["127.0.0.1"], named=named)
    return DocumentReader(rules, Courtesy(site.url, ignored=ignored), limits)


@contextmanager
def reading(site, limits: DocumentLimits = LIMITS):
    documents = Documents(reader_of(site, limits=limits), limits)
    try:
        yield documents
    finally:
        documents.stop()


def test_a_document_is_read():
    with SmallSite({"/cr.pdf": UNTAGGED, "/ici": redirect("/cr.pdf")}) as site:
        reader = reader_of(site)
        assert reader.read(f"{site.url}/cr.pdf") == reader.read(f"{site.url}/ici") == UNTAGGED
        assert site.times("/robots.txt") == 1


def test_private_addresses_stay_refused_by_link_and_by_redirect():
    with SmallSite({"/secret.pdf": UNTAGGED}, host="127.0.0.2") as inside, SmallSite({}) as site:
        site.pages["/leurre.pdf"] = redirect(f"{inside.url}/secret.pdf")
        reader = reader_of(site, inside)
        for address in (f"{inside.url}/secret.pdf", f"{site.url}/leurre.pdf"):
            with pytest.raises(Unread, match="127.0.0.2 n’est pas publique"):
                reader.read(address)
        assert inside.asked == [], "not even its robots.txt"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(b"%PDF-1.7", kind="application/pdf", drip=0.1), "n’a pas pu être téléchargé"),
        (Answer(b"%PDF-1.7" + bytes(300_000), kind="application/pdf"), "pèse plus de"),
        (Answer("<p>Lecteur</p>"), "autre chose \\(text/html\\)"),
        (Answer(b"", kind="application/pdf", status=403), "code 403"),
    ],
)
def test_an_endless_huge_or_wrong_answer_costs_itself_only(answer, reason):
    with serve() as site:
        site.url = site.address
        address = site.page("/d.pdf", answer)
        started = time.monotonic()
        with pytest.raises(Unread, match=reason):
            reader_of(site).read(address)
        assert time.monotonic() - started < 2 * LIMITS.fetch_seconds + 1


def test_robots_txt_is_followed_everywhere_and_passed_over_on_ones_own_site():
    forbids = "User-agent: *\nDisallow: /prive"
    pages = {
        "/robots.txt": lambda handler: send(handler, forbids, Content_Type="text/plain"),
        "/prive/a.pdf": UNTAGGED,
    }
    with SmallSite(pages) as site, SmallSite(pages) as other:
        with pytest.raises(Unread, match="robots.txt"):
            reader_of(site).read(f"{site.url}/prive/a.pdf")
        reader = reader_of(site, other, ignored=True)
        assert reader.read(f"{site.url}/prive/a.pdf") == UNTAGGED
        with pytest.raises(Unread, match="robots.txt"):
            reader.read(f"{other.url}/prive/a.pdf")


def test_each_document_is_fetched_once_whoever_asks():
    with SmallSite({"/cr.pdf": UNTAGGED, "/note.docx": docx()}) as site, reading(site) as documents:
        addresses = [f"{site.url}/cr.pdf", f"{site.url}/note.docx"]
        asked = [documents.ask(addresses) for _ in range(5)]
        verdicts = [one.verdicts() for one in asked]
        assert all(one == verdicts[0] for one in verdicts)
        assert [defect.rule for defect in verdicts[0][addresses[0]].defects] == ["pdf_not_tagged"]
        assert verdicts[0][addresses[1]].findings == () and not verdicts[0][addresses[1]].unread
        assert sorted(site.asked) == ["/cr.pdf", "/note.docx", "/robots.txt"]
        assert documents.ask(addresses).come(within=0)


def test_beyond_the_limits_documents_are_left_to_a_person():
    pages = {f"/{number}.pdf": UNTAGGED for number in range(3)}
    few = replace(LIMITS, documents=2)
    with SmallSite(pages) as site, reading(site, few) as documents:
        verdicts = documents.ask(f"{site.url}{path}" for path in pages).verdicts()
        assert [bool(verdict.unread) for verdict in verdicts.values()] == [False, False, True]
        assert "/2.pdf" not in site.asked and "autant de documents" in verdicts[f"{site.url}/2.pdf"].unread
    for spent in (replace(LIMITS, all_seconds=0), replace(LIMITS, all_bytes=10)):
        with SmallSite(pages) as site, reading(site, spent) as documents:
            assert not documents.ask([f"{site.url}/0.pdf"]).verdicts()[f"{site.url}/0.pdf"].unread
            assert documents.ask([f"{site.url}/1.pdf"]).verdicts()[f"{site.url}/1.pdf"].unread


def test_a_broken_document_says_so_in_french():
    pages = {"/a.pdf": b"%PDF-1.7\n1 0 obj\n<</Type", "/b.pdf": b"GIF89a", "/c.docx": b""}
    with SmallSite(pages) as site, reading(site) as documents:
        verdicts = documents.ask(f"{site.url}{path}" for path in pages).verdicts()
        assert [verdict.unread for verdict in verdicts.values()] == [
            "le fichier est endommagé",
            "ce n’est ni un PDF, ni un DOCX, ni un ODT",
            "le fichier est vide",
        ]


def test_a_crawl_that_stops_waits_for_no_document():
    with serve() as site:
        site.url = site.address
        address = site.page("/d.pdf", Answer(b"%PDF-1.7", kind="application/pdf", drip=0.1))
        slow = replace(LIMITS, fetch_seconds=30)
        with reading(site, slow) as documents:
            asked = documents.ask([address])
            assert not asked.come(within=1)
            started = time.monotonic()
            documents.stop()
            assert asked.verdicts()[address].unread and time.monotonic() - started < 5
            assert documents.ask([f"{site.url}/autre.pdf"]).come(within=0)
