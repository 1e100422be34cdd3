"""Files to download: what each is, in what format, how heavy, in what language."""

from wagtail.blocks import CharBlock, ListBlock, StructBlock, StructValue
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock

from accessibility.page.text import DOCUMENT_EXTENSIONS, is_machine_made_file_name
from home.blocks.accessible_version import AccessibleVersion, accessible_version_of, format_and_weight
from home.blocks.errors import problem
from home.blocks.text import LANGUAGES, LanguageBlock
from home.french import enumeration


def sample_document(title: str, file: str, size: int):
    """A document for the preview of a block: nothing is stored."""
    return get_document_model()(pk=0, title=title, file=file, file_size=size, collection_id=None)


def file_problem(document, extensions: tuple[str, ...] = ()) -> str | None:
    """Why a document's file cannot be shown: not one of these formats, or gone from the disk."""
    if extensions and document.file_extension.lower() not in extensions:
        return f"Choisissez un fichier au format {enumeration([name.upper() for name in extensions])}."
    if document.get_file_size() is None:
        return "Le fichier de ce document est introuvable. Déposez-le de nouveau dans les documents."
    return None


class DocumentValue(StructValue):
    """A link to a document as templates show it."""

    @property
    def text(self) -> str:
        return self.get("title") or self["document"].title

    @property
    def details(self) -> str:
        """« PDF, 1,2 Mo, en anglais »."""
        details = format_and_weight(self["document"])
        language = dict(LANGUAGES).get(self.get("language"))
        return f"{details}, en {language.lower()}" if language else details

    @property
    def version(self) -> AccessibleVersion | None:
        return accessible_version_of(self["document"])


class DocumentLinkBlock(StructBlock):
    """One link to a document, whose text says all that one must know before following it (RGAA 6.1)."""

    document = DocumentChooserBlock(label="Document")
    title = CharBlock(
        label="Texte du lien",
        required=False,
        max_length=160,
        help_text="Par défaut, le titre du document. Le format et le poids s’ajoutent tout seuls.",
    )
    language = LanguageBlock(required=False, help_text="Si le document n’est pas en français.")

    def clean(self, value):
        value = super().clean(value)
        document = value["document"]
        if document is None:
            return value
        if trouble := file_problem(document):
            raise problem(document=trouble)
        name = value.text.removesuffix(f".{document.file_extension}")
        if is_machine_made_file_name(f"{name}.pdf", DOCUMENT_EXTENSIONS):
            raise problem(
                title=f"«\u00a0{value.text}\u00a0» est un nom de fichier\u00a0: dites ce que contient le document."
            )
        return value

    class Meta:
        label = "Document"
        icon = "doc-full"
        value_class = DocumentValue
        template = "home/blocks/document.html"


class DocumentsBlock(StructBlock):
    """A list of documents to download."""

    documents = ListBlock(DocumentLinkBlock(), label="Documents", min_num=1)

    class Meta:
        label = "Documents"
        icon = "doc-full-inverse"
        template = "home/blocks/documents.html"
        description = "Des documents à télécharger, avec leur format, leur poids et leur langue."

        @staticmethod
        def preview_value():
            return {
                "documents": [
                    {"document": sample_document("Règlement intérieur de la médiathèque", "reglement.pdf", 1_240_000)},
                    {"document": sample_document("Guide d’accueil", "guide.odt", 340_000), "language": "en"},
                ]
            }
