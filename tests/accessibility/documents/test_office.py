"""Word and OpenDocument: for each check, a document in which it finds its defect, and the same without the defect."""

import pytest

from accessibility.documents.formats import Format, format_of
from accessibility.documents.office import checks
from tests.accessibility.documents.made_office import docx, heading, odt, paragraph, table
from tests.accessibility.documents.made_pdf import PROSE

NAME = "cr.docx"


def found(data: bytes, name: str = NAME) -> dict[str, str]:
    """Rule and verdict of what is found."""
    return {defect.rule: str(defect.verdict) for defect in checks.judge(data, name, format_of(data))[1]}


DEFECTIVE = {
    "title missing": (docx(title=""), "document_title_missing", "fail"),
    "title missing, ODT": (odt(title=""), "document_title_missing", "fail"),
    "language missing": (docx(language=""), "document_language_missing", "fail"),
    "language missing, ODT": (odt(language=""), "document_language_missing", "fail"),
    "language of another text": (docx(language="en-US"), "document_language_not_that_of_the_text", "fail"),
    "language of another text, ODT": (odt(language="de"), "document_language_not_that_of_the_text", "fail"),
    "image without alternative": (docx(alternative=""), "office_image_without_alternative", "fail"),
    "image without alternative, ODT": (odt(alternative=""), "office_object_without_alternative", "review"),
    "alternative is a file name": (docx(alternative="plan.png"), "office_alternative_says_nothing", "fail"),
    "alternative is punctuation, ODT": (odt(alternative="…"), "office_alternative_says_nothing", "fail"),
    "no header": (docx(table(header=False) + heading(1, "a")), "office_table_without_header", "review"),
    "no header, ODT": (odt(header=False), "office_table_without_header", "review"),
    "level skipped": (docx(heading(1, "a") + heading(3, "b")), "office_heading_level_skipped", "review"),
    "no heading": (docx(paragraph(PROSE) * 20), "office_without_headings", "review"),
}


@pytest.mark.parametrize("what", DEFECTIVE)
def test_a_defect_is_found(what):
    data, rule, verdict = DEFECTIVE[what]
    assert found(data).get(rule) == verdict


CORRECT = {
    "Word": docx(),
    "OpenDocument": odt(),
    "decorative image": docx(alternative="", mark="decorative"),
    "languages of passages": docx(
        paragraph(PROSE).replace("<w:t>", '<w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:t>'), language="en-US"
    ),
}


@pytest.mark.parametrize("what", CORRECT)
def test_nothing_is_said_of_what_is_correct(what):
    assert found(CORRECT[what]) == {}


def test_a_format_is_told_by_what_is_inside():
    assert (format_of(docx()), format_of(odt())) == (Format.DOCX, Format.ODT)
