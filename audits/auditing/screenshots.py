"""Pictures of what an audit found: kept with it in the database, within a budget, and never at its expense."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256

from django.db import DatabaseError, transaction
from django.db.models import Sum

from accessibility.crawler import Visit
from accessibility.screenshots import Screenshot
from audits.auditing.unchanged import found_alone
from audits.models.audit import Audit, AuditFinding, AuditPage, AuditScreenshot

logger = logging.getLogger(__name__)

MOST_BYTES = 64 * 1024**2
"""What the pictures of one audit may weigh; the same picture on many pages is kept once."""
OVER_BUDGET = "Les captures de cet audit ont atteint leur limite de place. Les constats suivants n’en ont pas."
NOT_WRITTEN = (
    "Une capture n’a pas pu être enregistrée : la base de données est pleine ou occupée. L’audit a continué sans "
    "captures. Libérez de la place, puis lancez un nouvel audit pour en avoir."
)


def keep_screenshots(audit: Audit, page: AuditPage, visit: Visit, *, most_bytes: int = MOST_BYTES) -> None:
    """Store the pictures of a visit that was just recorded, or copy those of the verdict that was taken over.

    Once the budget is spent, or the database refuses one, the audit keeps no more and says why.
    """
    if audit.screenshots_stopped or not audit.options.get("screenshots", True):
        return
    try:
        with transaction.atomic():
            is_over = _keep(audit, _pictures(page, visit), most_bytes)
    except DatabaseError as error:
        logger.warning("audit %s goes on without screenshots: %s", audit.pk, error)
        with suppress(DatabaseError):
            _stop(audit, NOT_WRITTEN)
    else:
        if is_over:
            _stop(audit, OVER_BUDGET)


def _keep(audit: Audit, pictures: Iterable[tuple[AuditFinding, Screenshot]], most_bytes: int) -> bool:
    """Store pictures until the budget is spent; whether it is."""
    weight = None
    for finding, picture in pictures:
        image = bytes(picture.image)
        digest = sha256(image).hexdigest()
        kept = audit.screenshots.filter(digest=digest).only("pk").first()
        if kept is None:
            if weight is None:
                weight = audit.screenshots.aggregate(weight=Sum("size"))["weight"] or 0
            weight += len(image)
            if weight > most_bytes:
                return True
            kept = audit.screenshots.create(
                digest=digest, size=len(image), width=picture.width, height=picture.height, image=image
            )
        AuditFinding.objects.filter(pk=finding.pk).update(screenshot=kept)
    return False


def _pictures(page: AuditPage, visit: Visit) -> Iterator[tuple[AuditFinding, Screenshot | AuditScreenshot]]:
    """The findings of the page that have a picture, each with it; both lists of findings are in the same order."""
    if visit.unchanged and page.taken_from:
        earlier = found_alone(page.taken_from).select_related("screenshot").order_by("pk")
        pairs = zip(page.findings.order_by("pk"), earlier, strict=True)
        yield from ((finding, other.screenshot) for finding, other in pairs if other.screenshot)
    elif visit.screenshots:
        findings = list(page.findings.order_by("pk"))
        yield from ((findings[position], picture) for position, picture in visit.screenshots.items())


def _stop(audit: Audit, reason: str) -> None:
    audit.screenshots_stopped = reason
    audit.save(update_fields=["screenshots_stopped"])
