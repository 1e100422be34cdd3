from django.core.exceptions import ValidationError
from wagtail.blocks import (
    CharBlock,
    ListBlock,
    PageChooserBlock,
    StructBlock,
    StructBlockValidationError,
    StructValue,
    URLBlock,
)
from wagtail.documents.blocks import DocumentChooserBlock

from home.blocks.accessible_version import AccessibleVersion, accessible_version_of


class LinkValue(StructValue):
    """A link's address, wherever it leads."""

    @property
    def url(self) -> str:
        target = self.get("page") or self.get("document")
        return (target.url if target else self.get("address")) or ""

    @property
    def version(self) -> AccessibleVersion | None:
        document = self.get("document")
        return accessible_version_of(document) if document else None


class LinkBlock(StructBlock):
    """One link: its text, and one target."""

    mendable = {"link_text": "text"}

    text = CharBlock(label="Texte du lien", max_length=160, help_text="Compréhensible hors de son contexte.")
    page = PageChooserBlock(label="Page du site", required=False)
    document = DocumentChooserBlock(label="Document", required=False)
    address = URLBlock(label="Adresse d’un autre site", required=False)

    def clean(self, value):
        value = super().clean(value)
        targets = [name for name in ("page", "document", "address") if value[name]]
        if len(targets) != 1 and not self.is_deferred_validation:
            message = ValidationError("Indiquez une page, un document ou une adresse\u00a0: un seul des trois.")
            raise StructBlockValidationError(block_errors={name: message for name in targets or ["page"]})
        return value

    class Meta:
        label = "Lien"
        icon = "link"
        value_class = LinkValue
        template = "home/blocks/link.html"


class LinkListBlock(StructBlock):
    """A titled list of links: pages, documents, other sites."""

    title = CharBlock(label="Titre de la liste", required=False, max_length=160)
    links = ListBlock(LinkBlock(), label="Liens", min_num=1)

    class Meta:
        label = "Liste de liens"
        icon = "list-ul"
        template = "home/blocks/links.html"
        description = "Des liens vers des pages, des documents ou d’autres sites."
        preview_value = {
            "title": "Pour aller plus loin",
            "links": [{"text": "Le service public en ligne", "address": "https://www.service-public.fr/"}],
        }
