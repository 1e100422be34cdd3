from django.db import models
from wagtail.documents.models import Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from audits.mixins import GatedDocument


class PortalImage(AbstractImage):
    """An image of the portal. Its title, often the name of a file, never becomes its alternative."""

    admin_form_fields = Image.admin_form_fields

    class Meta(AbstractImage.Meta):
        verbose_name = "image"
        verbose_name_plural = "images"
        permissions = [("choose_image", "Peut choisir une image")]

    @property
    def default_alt_text(self) -> str:
        return self.description


class PortalRendition(AbstractRendition):
    """A resized copy of an image."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions", verbose_name="image")

    class Meta:
        verbose_name = "format d’image"
        verbose_name_plural = "formats d’image"
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_image_and_filter"
            )
        ]


class PortalDocument(GatedDocument):
    """A file to download."""

    admin_form_fields = (*Document.admin_form_fields, "accessible_document", "accessible_page")

    class Meta(GatedDocument.Meta):
        abstract = False
        verbose_name = "document"
        verbose_name_plural = "documents"
        permissions = [("choose_document", "Peut choisir un document")]
