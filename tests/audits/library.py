"""Documents of the gate's town: real files, with and without certain defects."""

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from tests.accessibility.documents.made_office import docx
from tests.accessibility.documents.made_pdf import make

ACCESSIBLE = make()
UNTAGGED = make(None, lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"))
WITHOUT_LANGUAGE = docx(language="")
BROKEN = UNTAGGED[: len(UNTAGGED) // 2].replace(b"xref", b"xxxx")


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
