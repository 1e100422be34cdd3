"""Documents of the gate's town: real files, with and without certain defects."""

import pikepdf
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from tests.accessibility.documents.made_office import archive, docx
from tests.accessibility.documents.made_pdf import make

ACCESSIBLE = make()
UNTAGGED = make(None, lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"))
WITHOUT_LANGUAGE = docx(language="")
BROKEN = b"%PDF-1.7\nrien de plus"
BOMB = archive({"word/document.xml": b"<a>" + b" " * 100_000_000})
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
LOCKED = make(None, encryption=pikepdf.Encryption(owner="maire", user="secret"))


def add_document(content: bytes = UNTAGGED, name: str = "compte-rendu.pdf", title: str = "Compte rendu", **fields):
    """A document as a program adds it: nobody has read it yet."""
    return get_document_model().objects.create(title=title, file=ContentFile(content, name=name), **fields)


def replace_file(document, content: bytes, name: str = "") -> None:
    """Another file under the same document."""
    document.file.save(name or document.filename, ContentFile(content), save=False)
    document._set_document_file_metadata()
    document.save()


def link_to(document, text: str = "Lire le compte rendu du conseil") -> str:
    """A paragraph with a link to a document, as visitors get it."""
    return f'<p><a href="{document.url}">{text}</a></p>'
