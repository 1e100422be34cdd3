"""How programs publish."""

from django.db import transaction
from wagtail.models import Page

from audits.gate.pending import ask_later


def publish_page(page: Page, *, user=None) -> Page:
    """Publish a saved page with the content that this instance has now; returns it as it stands in the database.

    Judged first, published after. Raises audits.gate.errors.PublicationRefused when the content breaks the RGAA with
    certainty and VerdictUnavailable when it cannot be judged; nothing went live then, and the draft is kept.
    Inside a transaction nothing can be judged: the publication is kept and settled when the transaction commits.
    """
    page = page.specific
    page.refresh_from_db(fields=["path", "depth", "numchild", "url_path"])
    if transaction.get_connection().in_atomic_block:
        page.save_revision(user=user, clean=False)
        ask_later(page, page.serializable_data(), user=user, door="publish")
    else:
        page.full_clean()
        page.save_revision(user=user).publish(user=user, skip_permission_checks=True)
    return page.specific_class.objects.get(pk=page.pk)
