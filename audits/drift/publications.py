"""What a publication says of what is online: its verdict is the page's state; a page taken down has none."""

from django.db.models.signals import post_save
from wagtail.models import Page

from audits.drift.recording import forget, record
from audits.gate.guards import JUDGED


def install() -> None:
    """Follow the saves of pages."""
    post_save.connect(after_page, dispatch_uid="parvis-live-state")


def after_page(sender, instance, raw=False, created=False, update_fields=None, **_) -> None:
    """After a page is written: keep the verdict that let it go online, or forget what is not online any more."""
    if not isinstance(instance, Page) or raw:
        return
    verdict = instance.__dict__.pop(JUDGED, None)
    if verdict is not None:
        record(_specific(instance), verdict)
    elif not (created or instance.live) and (update_fields is None or "live" in update_fields):
        forget([instance.pk])


def _specific(page: Page) -> Page:
    return page if isinstance(page, page.specific_class or Page) else page.specific
