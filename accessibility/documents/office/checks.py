"""All the checks of office documents."""

from accessibility.documents.defect import Defect, grouped
from accessibility.documents.formats import Format
from accessibility.documents.office import docx, odt
from accessibility.documents.office.outline import defects
from accessibility.documents.office.package import Package

_READERS = {Format.DOCX: docx.outline, Format.ODT: odt.outline}


def judge(data: bytes, name: str, form: Format) -> tuple[str, list[Defect]]:
    """The title of a document and what is wrong with it. Raises UnreadableDocument."""
    outline = _READERS[form](Package(data))
    return outline.title.strip(), grouped(defects(outline, name))
