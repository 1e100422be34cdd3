"""Recording that the law does not ask that a document be accessible, and taking that back. Each is logged."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from audits.decisions.errors import DecisionError
from audits.documents.queries import exemption_of
from audits.documents.reading import content_of
from audits.drift.background import recheck_soon
from audits.models import DocumentExemption
from audits.shared.showing import pages_referring_to

PERMISSION = "audits.add_documentexemption"


def may_exempt(user) -> bool:
    """Whether somebody may record exemptions."""
    return user.is_active and user.has_perm(PERMISSION)


def exempt_document(document, exemption: DocumentExemption, user) -> DocumentExemption:
    """Exempt the content that a document has now. Raises DecisionError if it is exempted already."""
    with transaction.atomic():
        if exemption_of(document):
            raise DecisionError("Ce document est déjà exempté.")
        exemption.document, exemption.content, exemption.user = document, content_of(document), user
        exemption.save()
        _log(exemption, "audits.exempt_document", user, exemption.reason)
        recheck_soon(pages_referring_to(document))
    return exemption


def withdraw_exemption(exemption: DocumentExemption, user, why: str) -> DocumentExemption:
    """End an exemption. Nothing is taken down. Raises DecisionError if it is over."""
    with transaction.atomic():
        ended = DocumentExemption.objects.filter(pk=exemption.pk, withdrawn_at=None).update(withdrawn_at=timezone.now())
        if not ended:
            raise DecisionError("Cette exemption est déjà retirée.")
        _log(exemption, "audits.withdraw_exemption", user, why)
        recheck_soon(pages_referring_to(exemption.document))
    exemption.refresh_from_db()
    return exemption


def _log(exemption: DocumentExemption, action: str, user, why: str) -> None:
    data = {"why": why, "decision": str(exemption), "exemption": exemption.pk}
    log(instance=exemption.document, action=action, user=user, data=data)
