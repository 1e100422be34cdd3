"""PDF: for each check, a document in which it finds its defect, and the same without the defect."""

import re
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from accessibility.documents.defect import UnreadableDocument
from accessibility.documents.pdf import checks
from tests.accessibility.documents.made_pdf import (
    PROSE,
    TITLE,
    Tag,
    annotation,
    correct_tags,
    header,
    make,
    row,
    tie,
)

NAME = "cr.pdf"


def found(data: bytes, name: str = NAME) -> dict[str, str]:
    """Rule and verdict of what is found."""
    return {defect.rule: str(defect.verdict) for defect in checks.judge(data, name)[1]}


def with_tags(*tags: Tag) -> bytes:
    return make([*correct_tags(), *tags])


def without(name: str):
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.Root[name]

    return change


def at_root(**entries):
    def change(pdf: pikepdf.Pdf) -> None:
        for key, value in entries.items():
            pdf.Root[f"/{key}"] = value

    return change


def roles(**mapped: str):
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.RoleMap = Dictionary({f"/{key}": Name(f"/{value}") for key, value in mapped.items()})

    return change


def titled(title: str):
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo[Name.Title] = title

    return change


def only_images(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Contents = pdf.make_stream(b"/Im1 Do")
    del pdf.Root["/StructTreeRoot"]


def one_page_of_image(pdf: pikepdf.Pdf) -> None:
    page = pdf.add_blank_page()
    page.obj.Resources = pdf.pages[0].obj.Resources
    page.obj.Contents = pdf.make_stream(b"/Im1 Do")
    for tag in _tags(pdf):
        if "/Alt" in tag:
            tag.S = Name.P
            del tag["/Alt"]


def _tags(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [each for each in pdf.objects if isinstance(each, Dictionary) and "/S" in each and "/P" in each]


def pages(number: int):
    def change(pdf: pikepdf.Pdf) -> None:
        for _ in range(number - 1):
            pdf.add_blank_page()

    return change


def meaningless_font(pdf: pikepdf.Pdf) -> None:
    described = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name("/ABCDEF+Unknown"),
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name("/ABCDEF+Unknown"),
        Encoding=Name("/Identity-H"),
        DescendantFonts=[described],
    )
    pdf.pages[0].obj.Resources.Font.F1 = pdf.make_indirect(font)
    for tag in _tags(pdf):
        if "/Alt" in tag:
            tag.S = Name.P
            del tag["/Alt"]


def link(kind: str | None, text_mark: int | None = 0):
    def change(pdf: pikepdf.Pdf) -> None:
        added = annotation(pdf, "Link", A=Dictionary(S=Name.URI, URI=String("https://www.example.org/")))
        if kind:
            tie(pdf, added, kind, text_mark)

    return change


def field(**entries):
    def change(pdf: pikepdf.Pdf) -> None:
        added = annotation(pdf, "Widget", **{"T": String("Texte1"), **entries})
        tie(pdf, added, "Form")
        pdf.Root.AcroForm = Dictionary(Fields=Array([added]))

    return change


def untied_tabs(pdf: pikepdf.Pdf) -> None:
    link("Link")(pdf)
    del pdf.pages[0].obj["/Tabs"]


def languages_by_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]
    pdf.Root.StructTreeRoot.K[0].Lang = String("fr-FR")


def artifact_with_tag(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.contents_add(b"/Artifact BMC /P <</MCID 0>> BDC BT /F1 9 Tf (encore) Tj ET EMC EMC")


_NO_READING = pikepdf.Permissions(accessibility=False, extract=False)
NO_ACCESS = pikepdf.Encryption(owner="secret", R=3, aes=False, metadata=False, allow=_NO_READING)
FIGURE = Tag("Figure", drawn=True)
LOCAL = Tag("Table", kids=[row(header("A"), header("B")), row(header("C"), Tag("TD", "douze"))])
PLAIN = Tag("Table", kids=[row(Tag("TD", "a"), Tag("TD", "b")), row(Tag("TD", "c"), Tag("TD", "d"))])
UNEVEN = Tag("Table", kids=[row(header("A", "Column"), header("B", "Column")), row(Tag("TD", "c"))])

DEFECTIVE = {
    "pdf_not_tagged": ("fail", lambda: make(None, without("/StructTreeRoot"))),
    "pdf_not_marked_as_tagged": ("fail", lambda: make(None, without("/MarkInfo"))),
    "pdf_tags_are_empty": ("fail", lambda: make([], loose=PROSE)),
    "pdf_tags_are_suspect": ("review", lambda: make(None, at_root(MarkInfo=Dictionary(Marked=True, Suspects=True)))),
    "pdf_locked_to_assistive_technologies": ("fail", lambda: make(encryption=NO_ACCESS)),
    "pdf_without_text": ("fail", lambda: make([], only_images)),
    "pdf_page_without_text": ("review", lambda: make(None, one_page_of_image)),
    "document_title_missing": ("fail", lambda: make(None, titled(""))),
    "document_title_made_by_software": ("review", lambda: make(None, titled("Microsoft Word - cr.doc"))),
    "document_title_short": ("review", lambda: make(None, titled("DCM"))),
    "pdf_title_not_shown": ("review", lambda: make(None, without("/ViewerPreferences"))),
    "document_language_missing": ("fail", lambda: make(None, without("/Lang"))),
    "document_language_invalid": ("fail", lambda: make(None, at_root(Lang=String("français")))),
    "document_language_not_that_of_the_text": ("fail", lambda: make(None, at_root(Lang=String("en-GB")))),
    "document_language_of_parts_only": ("review", lambda: make(None, languages_by_tags)),
    "pdf_font_without_meaning": ("fail", lambda: make(None, meaningless_font)),
    "pdf_long_without_bookmarks": ("review", lambda: make(None, pages(21))),
    "pdf_without_headings": ("review", lambda: make([Tag("P", PROSE)], pages(4))),
    "pdf_tag_unknown": ("fail", lambda: with_tags(Tag("Chapeau", "Une introduction"))),
    "pdf_standard_tag_remapped": ("review", lambda: make(None, roles(P="H3"))),
    "pdf_tag_misplaced": ("fail", lambda: with_tags(Tag("LI", kids=[Tag("LBody", "Orphelin")]))),
    "pdf_tag_without_items": ("fail", lambda: with_tags(Tag("L", kids=[Tag("P", "Premier point")]))),
    "pdf_several_captions": (
        "review",
        lambda: with_tags(Tag("Table", kids=[Tag("Caption", "a"), Tag("Caption", "b"), *LOCAL.kids])),
    ),
    "pdf_artifact_with_tag": ("review", lambda: make(None, artifact_with_tag)),
    "pdf_heading_empty": ("review", lambda: with_tags(Tag("H2"))),
    "pdf_heading_level_skipped": ("review", lambda: with_tags(Tag("H5", "Détail"))),
    "pdf_headings_without_level": ("review", lambda: with_tags(Tag("H", "Un"), Tag("H", "Deux"))),
    "pdf_text_without_tag": ("fail", lambda: make(loose=PROSE)),
    "pdf_figure_without_alternative": ("fail", lambda: with_tags(FIGURE)),
    "pdf_figure_with_text_only": ("review", lambda: with_tags(Tag("Figure", "Recettes et dépenses par an"))),
    "pdf_alternative_says_nothing": (
        "fail",
        lambda: with_tags(Tag("Figure", drawn=True, entries={"/Alt": String("plan.jpg")})),
    ),
    "pdf_formula_without_alternative": ("review", lambda: with_tags(Tag("Formula", "a+b"))),
    "pdf_table_without_header": ("review", lambda: with_tags(PLAIN)),
    "pdf_table_header_without_scope": ("fail", lambda: with_tags(LOCAL)),
    "pdf_table_rows_uneven": ("review", lambda: with_tags(UNEVEN)),
    "pdf_link_without_tag": ("fail", lambda: make(None, link(None))),
    "pdf_link_empty": ("fail", lambda: make(None, link("Link", text_mark=None))),
    "pdf_field_without_name": ("fail", lambda: make(None, field(FT=Name.Tx))),
    "pdf_annotation_without_text": ("review", lambda: make(None, lambda pdf: annotation(pdf, "Ink") and None)),
    "pdf_tab_order_not_by_tags": ("review", lambda: make(None, untied_tabs)),
}


@pytest.mark.parametrize("rule", DEFECTIVE)
def test_a_defect_is_found(rule):
    verdict, made = DEFECTIVE[rule]
    assert found(made()).get(rule) == verdict


CORRECT = {
    "a little of everything": lambda: make(),
    "title in the metadata": lambda: make(None, _title_in_metadata),
    "access for screen readers kept": lambda: make(encryption=pikepdf.Encryption(owner="secret", R=6)),
    "own type led to a standard one": lambda: make([*correct_tags(), Tag("Chapeau", "Un mot")], roles(Chapeau="P")),
    "types of PDF 2": lambda: with_tags(Tag("Em", "Un mot")),
    "name of PDF 2 led to a type of 1.7": lambda: make([*correct_tags(), Tag("Title", "Un mot")], roles(Title="P")),
    "lists in sections": lambda: with_tags(Tag("L", kids=[Tag("Div", kids=[Tag("LI", kids=[Tag("LBody", "a")])])])),
    "text in place of a figure": lambda: with_tags(Tag("Figure", drawn=True, entries={"/ActualText": String("Paris")})),
    "figure of a described group": lambda: with_tags(Tag("Div", kids=[FIGURE], entries={"/Alt": String("Plan")})),
    "headers above only": lambda: with_tags(
        Tag("Table", kids=[row(header("A"), header("B")), row(Tag("TD", "a"), Tag("TD", "b"))])
    ),
    "link in its tag": lambda: make(None, link("Link")),
    "field with a name": lambda: make(None, field(FT=Name.Tx, TU=String("Nom de famille"))),
    "button with a caption": lambda: make(
        None, field(FT=Name.Btn, Ff=1 << 16, MK=Dictionary(CA=String("Envoyer")))
    ),
    "hidden annotation": lambda: make(None, lambda pdf: annotation(pdf, "Ink", F=2) and None),
    "bookmarks": lambda: make(None, pages(21), at_root(Outlines=Dictionary(First=Dictionary(Title=String("a"))))),
    "page number set aside": lambda: make(None, lambda pdf: pdf.pages[0].contents_add(
        b"/Artifact BMC BT /F1 9 Tf (12) Tj ET EMC")),
}  # fmt: skip


def _title_in_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo[Name.Title]
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = TITLE


@pytest.mark.parametrize("what", CORRECT)
def test_nothing_is_said_of_what_is_correct(what):
    assert found(CORRECT[what]()) == {}


def test_the_name_of_the_file_may_stand_for_a_title():
    assert found(make(None, titled("")), "compte-rendu-du-conseil.pdf") == {"document_title_missing": "review"}


def test_a_text_without_tag_that_is_short_is_for_a_person():
    assert found(make(loose="Mairie")) == {"pdf_text_without_tag": "review"}


def test_a_field_named_by_its_appearance_only_is_for_a_person():
    def radio(pdf: pikepdf.Pdf) -> None:
        shown = annotation(pdf, "Widget", TU=String("Oui"))
        shown.Parent = pdf.make_indirect(Dictionary(FT=Name.Btn, T=String("choix"), Kids=[shown]))

    assert found(make(None, radio))["pdf_field_without_name"] == "review"


def test_a_field_named_in_the_file_only_is_for_a_person():
    assert found(make(None, field(FT=Name.Tx, T=String("Nom de famille")))) == {"pdf_field_without_name": "review"}


def test_a_type_of_a_namespace_is_led_to_a_standard_one():
    html = Dictionary(Type=Name.Namespace, NS=String("http://www.w3.org/1999/xhtml"), RoleMapNS=Dictionary(h5=Name.H5))
    assert found(with_tags(Tag("h5", "Détail", entries={"/NS": html}))) == {"pdf_heading_level_skipped": "review"}


@pytest.mark.parametrize(
    "change", [at_root(AcroForm=Dictionary(XFA=Array())), at_root(Collection=Dictionary())], ids=["form", "portfolio"]
)
def test_what_shows_something_else_than_its_pages_is_not_judged(change):
    with pytest.raises(UnreadableDocument, match="not judged"):
        found(make(None, without("/StructTreeRoot"), change))


def test_the_same_defect_is_said_once_with_its_pages():
    defects = checks.judge(with_tags(FIGURE, FIGURE, FIGURE), NAME)[1]
    assert [(each.rule, each.where) for each in defects] == [("pdf_figure_without_alternative", "page 1")]
    assert defects[0].message.endswith("(3\u00a0fois)")


def test_each_check_has_a_document_in_which_it_finds_its_defect():
    folder = Path(checks.__file__).parents[1]
    named = {
        name
        for file in [*folder.glob("*.py"), *(folder / "pdf").glob("*.py")]
        for name in re.findall(r'"((?:pdf|document)_[a-z_]+)"', file.read_text())
    }
    assert named == set(DEFECTIVE)
