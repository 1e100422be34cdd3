"""A crawl with a real browser that judges the documents its pages link to."""

import pytest

from accessibility.crawler import Crawl, VisitState
from accessibility.linked_documents.findings import QUESTION, WITH_DEFECTS
from accessibility.linked_documents.limits import DocumentLimits
from accessibility.network_rules import NetworkRules
from tests.accessibility.documents.made_office import docx
from tests.accessibility.documents.made_pdf import make
from tests.accessibility.web_server import CLEAN, Answer, serve

pytestmark = pytest.mark.xdist_group("crawler")

UNTAGGED = make(None, lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"))
LIMITS = DocumentLimits(fetch_seconds=3)


def page(*links: str) -> str:
    return CLEAN.format("".join(f'<p><a href="{address}">Compte rendu numéro {address}</a></p>' for address in links))


@pytest.fixture(scope="module")
def site():
    with serve() as site:
        site.page(
            "/", page("/deux", "cr.pdf", "/cr.docx", "/juste.pdf", "/sans-fin.pdf", "http://127.0.0.1:1/prive.pdf")
        )
        site.page("/deux", page("/", "/cr.pdf#page=2"))
        site.page("/cr.pdf", Answer(UNTAGGED, kind="application/pdf"))
        site.page("/cr.docx", Answer(docx(), kind="application/octet-stream"))
        site.page("/juste.pdf", Answer(make(), kind="application/pdf"))
        site.page("/sans-fin.pdf", Answer(b"%PDF-1.7", kind="application/pdf", drip=0.1))
        yield site


def crawled(site, **options) -> dict:
    rules = NetworkRules(allowed=["127.0.0.1"])
    with Crawl(site.address, rules=rules, timeout=20, **options) as crawl:
        return {visit.target.address.removeprefix(site.address): visit for visit in crawl.visits()}


def about_documents(visit) -> list:
    return [finding for finding in visit.report.findings if finding.rule in (QUESTION, WITH_DEFECTS)]


def test_what_is_found_in_documents_is_evidence_at_their_links(site):
    visits = crawled(site, documents=LIMITS)
    assert all(visit.state is VisitState.DONE for visit in visits.values())
    untagged, other, correct, endless, private = about_documents(visits["/"])
    assert untagged.rule == WITH_DEFECTS and untagged.subject == f"{site.address}/cr.pdf"
    assert "Le document n’est pas balisé" in untagged.message and f"({site.address}/cr.pdf)" in untagged.message
    assert "1\u00a0défaut d’accessibilité" in untagged.message and "PDF balisé" in untagged.fix
    assert "«\u00a0cr.docx\u00a0» en est peut-être une version accessible" in untagged.message
    assert other.rule == QUESTION and "publié avant le 23\u00a0septembre 2018" in untagged.message
    assert "Le moteur n’a relevé aucun défaut certain" in correct.message and correct.rule == QUESTION
    assert "n’a pas pu être téléchargé" in endless.message and "n’est pas publique" in private.message
    (again,) = about_documents(visits["/deux"])
    assert (again.rule, again.subject) == (untagged.rule, untagged.subject) and "cr.docx" not in again.message


def test_a_defect_of_a_document_never_fails_a_page_by_itself(site):
    visits, without = crawled(site, documents=LIMITS), crawled(site)
    for path, visit in visits.items():
        assert {finding.verdict for finding in about_documents(visit)} == {"review"}
        assert visit.report.tests == without[path].report.tests
        assert visit.report.tests["13.3.1"] == visit.report.tests["13.4.1"] == "cantTell"
        assert [finding.targets for finding in about_documents(visit)] == [
            finding.targets for finding in about_documents(without[path])
        ]
    assert {finding.rule for visit in without.values() for finding in about_documents(visit)} == {QUESTION}


def test_the_digest_of_inputs_holds_what_was_judged_of_the_documents(site):
    before = crawled(site, documents=LIMITS)
    inputs = {visit.target.address: visit.inputs for visit in before.values()}
    same = crawled(site, documents=LIMITS, unchanged=inputs)
    assert same["/deux"].unchanged and same["/deux"].inputs == before["/deux"].inputs
    assert not crawled(site, unchanged=inputs)["/deux"].unchanged, "documents were left out"
    site.page("/cr.pdf", Answer(make(), kind="application/pdf"))
    try:
        mended = crawled(site, documents=LIMITS, unchanged=inputs)["/deux"]
    finally:
        site.page("/cr.pdf", Answer(UNTAGGED, kind="application/pdf"))
    assert not mended.unchanged and "aucun défaut" in about_documents(mended)[0].message
