"""An image or a document that changes: the pages online that show it are judged again, soon."""

from django.db.models.signals import post_save
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from audits.drift.background import recheck_soon
from audits.shared.showing import pages_referring_to


def install() -> None:
    """Follow the saves of images and documents, whichever models a site puts in the place of Wagtail's."""
    for model in (get_image_model(), get_document_model()):
        post_save.connect(after_file, sender=model, dispatch_uid=f"parvis-replaced-{model._meta.label}")


def after_file(sender, instance, created=False, raw=False, **_) -> None:
    """After an image or a document is written: have its pages judged again, if any shows it."""
    if not (created or raw):
        recheck_soon(pages_referring_to(instance))
