"""The form of a document: its file is read as soon as it is saved; an accessible version is chosen once it is there."""

from wagtail.admin.widgets import AdminPageChooser
from wagtail.documents.forms import BaseDocumentForm
from wagtail.documents.widgets import AdminDocumentChooser

from audits.shared.replaced import UPLOADED

_VERSIONS = ("accessible_document", "accessible_page")


class CheckedDocumentForm(BaseDocumentForm):
    """For every form of Wagtail that takes a document: one, many at once, in a chooser."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None or "file" not in self.fields:
            for name in _VERSIONS:
                self.fields.pop(name, None)

    def save(self, commit=True):
        if self.instance.pk is None or "file" in self.changed_data:
            setattr(self.instance, UPLOADED, True)
        return super().save(commit=commit)

    class Meta(BaseDocumentForm.Meta):
        widgets = {
            **BaseDocumentForm.Meta.widgets,
            "accessible_document": AdminDocumentChooser,
            "accessible_page": AdminPageChooser,
        }
