"""Wagtail's screens of documents, which say what is certain of each: after an upload, in its sheet, in the list."""

from django.urls import path, reverse
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column
from wagtail.documents.views.documents import EditView, IndexView
from wagtail.documents.views.multiple import AddView

from audits.documents.queries import exemption_of, with_exemptions
from audits.documents.reading import check_document
from audits.models import DocumentCheck


class DocumentStateColumn(Column):
    """What was last read in each document, which leads to the details."""

    cell_template_name = "audits/admin/document_state_cell.html"


class CheckedIndexView(IndexView):
    """The list of documents, with the state of each."""

    template_name = "audits/admin/document_list.html"

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("last_check")

    def decorate_paginated_queryset(self, object_list):
        return with_exemptions(list(super().decorate_paginated_queryset(object_list)))

    @property
    def columns(self):
        columns = list(super().columns)
        columns.insert(3, DocumentStateColumn("last_check", label="Accessibilité"))
        return columns


class CheckedEditView(EditView):
    """The sheet of a document, with what is certain of its file; it is read now if nobody has."""

    template_name = "audits/admin/document_edit.html"

    def save_action(self):
        response = super().save_action()
        if "file" in self.form.changed_data:
            say = messages.success if self.object.last_check.state == DocumentCheck.State.CLEAN else messages.warning
            address = reverse("document_accessibility", args=[self.object.pk])
            say(
                self.request,
                f"Accessibilité du nouveau fichier\u00a0: {self.object.last_check}.",
                buttons=[messages.button(address, "Voir le détail")],
            )
        return response

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {
            "check": check_document(self.object),
            "exemption": exemption_of(self.object),
        }


class CheckedAddView(AddView):
    """Many files at once, each with what is certain of it as soon as it is there."""

    edit_form_template_name = "audits/admin/document_uploaded.html"


def document_addresses() -> list:
    """The addresses of Wagtail's own screens, which these answer first."""
    return [
        path("documents/", CheckedIndexView.as_view()),
        path("documents/results/", CheckedIndexView.as_view(results_only=True)),
        path("documents/edit/<int:document_id>/", CheckedEditView.as_view()),
        path("documents/multiple/add/", CheckedAddView.as_view()),
    ]
