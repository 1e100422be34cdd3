"""Documents judged from outside: the report, the command line, and files made to harm or simply broken."""

import json
import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from accessibility import rgaa
from accessibility.documents.judge import judge_document
from accessibility.page_errors import PageError
from tests.accessibility.documents.made_office import archive, docx, odt
from tests.accessibility.documents.made_pdf import TITLE, make
from tests.accessibility.web_server import Answer

pytestmark = pytest.mark.xdist_group("command_line")

UNTAGGED = make(None, lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"))


def test_a_report_answers_one_test_and_leaves_the_others_to_the_page():
    report = judge_document(UNTAGGED, "https://www.example.org/cr.pdf", timeout=60)
    assert list(report.tests) == list(rgaa.load().tests)
    assert {test for test, outcome in report.tests.items() if outcome != "untested"} == {"13.3.1"}
    assert report.tests["13.3.1"] == "failed" and report.criteria["13.3"] == "NC"
    assert report.title == TITLE
    finding = next(finding.as_json() for finding in report.findings if finding.rule == "pdf_not_tagged")
    assert (finding["rgaa"], finding["verdict"], finding["targets"]) == (["13.3.1"], "fail", ["document"])


@pytest.mark.parametrize("correct", [make, docx, odt])
def test_a_document_is_never_said_accessible_by_a_machine(correct):
    report = judge_document(correct(), "cr.pdf", timeout=60)
    assert report.tests["13.3.1"] == "cantTell" and report.findings == []


def test_the_command_line_takes_files_and_addresses(site, command_line, tmp_path):
    file = tmp_path / "cr.pdf"
    file.write_bytes(UNTAGGED)
    named = site.page("/cr.pdf", Answer(make(), kind="application/pdf"))
    unnamed = site.page("/download", Answer(docx(title=""), kind="application/octet-stream"))
    typed = site.page("/acte", Answer(UNTAGGED, kind="application/pdf"))
    page = site.page("/viewer.pdf", "<!DOCTYPE html><title>Lecteur</title><font>Bonjour</font>")
    missing = f"{site.address}/nowhere.pdf"
    done = command_line.run("check", "--static", "--format", "jsonl", str(file), named, unnamed, typed, page, missing)
    rows = {row["url"]: row for row in map(json.loads, done.stdout.splitlines())}
    assert done.returncode == 2 and len(rows) == 6
    assert rows[str(file)]["tests"]["13.3.1"] == rows[typed]["tests"]["13.3.1"] == "failed"
    assert rows[named]["tests"]["13.3.1"] == "cantTell" and rows[named]["status"] == 200
    assert "not a web page" in rows[unnamed]["error"], "nothing says that it is a document"
    assert rows[page]["tests"]["10.1.1"] == "failed"
    assert "404" in rows[missing]["error"]


def test_a_browser_that_meets_a_document_leaves_it_to_who_reads_documents(site, command_line):
    typed = site.page("/budget", Answer(UNTAGGED, kind="application/pdf"))
    assert command_line.rows(typed)[typed]["tests"]["13.3.1"] == "failed"


def self_containing_form(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(b"/Me Do /Me Do /Me Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1])
    form.Resources = Dictionary(XObject=Dictionary(Me=form))
    pdf.pages[0].obj.Resources.XObject.Me = form
    pdf.pages[0].contents_add(b"/Me Do")


def circular_structure(pdf: pikepdf.Pdf) -> None:
    document = pdf.Root.StructTreeRoot.K[0]
    document.K.append(document)


def deep_structure(pdf: pikepdf.Pdf) -> None:
    at = pdf.Root.StructTreeRoot.K[0]
    for _ in range(2_000):
        inner = pdf.make_indirect(Dictionary(S=Name.Div, K=Array()))
        at.K.append(inner)
        at = inner


def nonsense(pdf: pikepdf.Pdf) -> None:
    """Values of the wrong type, everywhere."""
    root, page = pdf.Root, pdf.pages[0].obj
    root.Lang, root.MarkInfo = Name.X, 3
    root.ViewerPreferences, root.Outlines = Array(), 7
    root.StructTreeRoot.RoleMap, root.StructTreeRoot.ClassMap = Array([1]), 4
    tag = root.StructTreeRoot.K[0]
    tag.Alt, tag.A, tag.C, tag.Lang, tag.Pg = 4, Array([1, Name.X]), 5, Dictionary(), Name.P
    page.Annots = Array([3, Dictionary(), Dictionary(Subtype=Name.Widget, FT=4, T=5, Ff=Name.X, MK=2, Rect=[Name.X])])
    page.Resources.Font.F1 = Dictionary(Encoding=Dictionary(Differences=[Name.a, 2, Array()]), ToUnicode=4)


def packed_bomb() -> bytes:
    packer = zlib.compressobj(9)
    megabyte = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = megabyte[:2] + megabyte[2:] * 4_000

    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Contents = pikepdf.Stream(pdf, packed, Filter=Name.FlateDecode)

    return make(None, change)


@pytest.mark.parametrize("change", [self_containing_form, circular_structure, nonsense])
def test_a_strange_pdf_is_judged_all_the_same(change):
    assert judge_document(make(None, change), "cr.pdf", timeout=60).tests["13.3.1"] in ("failed", "cantTell")


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
UNREADABLE = {
    "empty": (lambda: b"", "the file is empty"),
    "something else": (lambda: b"GIF89a", "neither PDF"),
    "old office file": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "before 2007"),
    "PDF cut short": (lambda: b"%PDF-1.7\n1 0 obj\n<</Type", "broken"),
    "PDF with a password": (lambda: make(encryption=pikepdf.Encryption(owner="a", user="b")), "password"),
    "PDF nested too deep": (lambda: make(None, deep_structure), "too large"),
    "PDF that unpacks to 4 GB": (lambda: packed_bomb(), "cannot be read"),
    "archive cut short": (lambda: docx()[:-30], "broken"),
    "part cut short": (lambda: archive({"word/document.xml": "<w"}), "broken"),
    "entities": (lambda: archive({"word/document.xml": f"{ENTITIES}<x>&b;</x>"}), "hostile"),
    "part that unpacks to 100 MB": (lambda: archive({"word/document.xml": b"<a>" + b" " * 100_000_000}), "too large"),
    "XML nested too deep": (lambda: archive({"word/document.xml": "<a>" * 5_000 + "</a>" * 5_000}), "levels"),
}


@pytest.mark.parametrize("what", UNREADABLE)
def test_a_file_that_cannot_be_read_gives_one_clear_error(what):
    made, reason = UNREADABLE[what]
    data = made()
    with pytest.raises(PageError) as raised:
        judge_document(data, "cr.pdf", timeout=60)
    assert reason in str(raised.value) and len(str(raised.value).splitlines()) == 1


def test_a_file_that_is_too_large_is_not_read():
    with pytest.raises(PageError, match="50000000 bytes"):
        judge_document(bytes(50_000_001), "cr.pdf", timeout=60)


def test_a_file_that_takes_too_long_is_put_down():
    with pytest.raises(PageError, match=r"not read within 0\.01 s"):
        judge_document(make(), "cr.pdf", timeout=0.01)
