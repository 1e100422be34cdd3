"""All the checks of PDF."""

from accessibility.documents.defect import Defect, grouped
from accessibility.documents.pdf import annotations, figures, tables, tags, whole_file
from accessibility.documents.pdf.document import open_document


def judge(data: bytes, name: str) -> tuple[str, list[Defect]]:
    """The title of a PDF and what is wrong with it. Raises UnreadableDocument."""
    document = open_document(data, name)
    found = list(whole_file.defects(document))
    if whole_file.is_tagged(document):
        for family in (tags, figures, tables):
            found += family.defects(document)
    found += annotations.defects(document)
    return document.title, grouped(found)
