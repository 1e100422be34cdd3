"""What page types and documents of other packages take from the gate."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.documents.models import AbstractDocument
from wagtail.models import Page

from audits.gate.aliases import GatedAliasesMixin


class GatedPage(GatedAliasesMixin, Page):
    """The base of every page type: a page whose aliases pass the gate too."""

    class Meta:
        abstract = True


class GatedDocument(AbstractDocument):
    """The base of the documents of a site: where an accessible version of each is, and what was last read in it.

    `last_check` is for lists. What the gate goes by is looked up by the content that the file has at that moment.
    """

    accessible_document = models.ForeignKey(
        "self",
        verbose_name="version accessible, dans un autre document",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Un autre document qui dit la même chose et que tout le monde peut lire.",
    )
    accessible_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name="version accessible, dans une page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Une page du site qui dit la même chose. Les pages qui proposent le document doivent aussi y mener.",
    )
    last_check = models.ForeignKey(
        "audits.DocumentCheck", null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    last_check.wagtail_reference_index_ignore = True

    class Meta(AbstractDocument.Meta):
        abstract = True

    def clean(self) -> None:
        """One accessible version at most, and another document than this one."""
        super().clean()
        if self.accessible_document_id and self.accessible_page_id:
            raise ValidationError({"accessible_page": "Choisissez un document ou une page, pas les deux."})
        if self.pk and self.accessible_document_id == self.pk:
            raise ValidationError({"accessible_document": "Choisissez un autre document que celui-ci."})
