"""An image or a document that changes: the pages online that show it are judged again, soon."""

from django.db import transaction
from django.db.models.signals import post_save
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from audits.documents.reading import check_document, known_check, note_check
from audits.drift.background import recheck_soon
from audits.shared.showing import pages_referring_to

UPLOADED = "_parvis_uploaded"
"""What a document bears while it is saved with a file that somebody has just given, and waits to hear about."""


def install() -> None:
    """Follow the saves of images and documents, whichever models a site puts in the place of Wagtail's."""
    for model in (get_image_model(), get_document_model()):
        post_save.connect(after_file, sender=model, dispatch_uid=f"parvis-replaced-{model._meta.label}")
    post_save.connect(after_document, sender=get_document_model(), dispatch_uid="parvis-document-saved")


def after_file(sender, instance, created=False, raw=False, **_) -> None:
    """After an image or a document is written: have its pages judged again, if any shows it."""
    if not (created or raw):
        recheck_soon(pages_referring_to(instance))


def after_document(sender, instance, raw=False, **_) -> None:
    """After a document is written: read it now for who waits; else note what is known of its file, and no more."""
    if raw:
        return
    if instance.__dict__.pop(UPLOADED, False):
        transaction.on_commit(lambda: check_document(instance))
    else:
        note_check(instance, known_check(instance))
