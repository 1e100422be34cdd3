"""Publishing one draft at once, unjudged, by the decision of a person who may: recorded, and judged right after.

The decision is a verdict of a kind of its own, for one rendering of one page. It is made, used and used up in one
transaction: none is ever lying about, and what fails takes it back.
"""

import hashlib

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from audits.gate.errors import UrgentRefused, VerdictUnavailable
from audits.gate.judging import key_of
from audits.models import LiveDefect, UrgentPublication, Verdict

PERMISSION = "audits.publish_urgently"


def may_publish_urgently(user, page: Page) -> bool:
    """Whether somebody may put this page online unjudged: who has the permission, and may publish the page."""
    return user.is_active and user.has_perm(PERMISSION) and page.permissions_for_user(user).can_publish()


def publish_urgently(revision: Revision, user, reason: str) -> UrgentPublication:
    """Put this draft online now; the worker judges it right after.

    Raises PermissionDenied, UrgentRefused for what cannot go online at once, VerdictUnavailable for a page that does
    not show; nothing changed then.
    """
    page = revision.as_object()
    if not may_publish_urgently(user, page):
        raise PermissionDenied
    if not reason.strip():
        raise UrgentRefused("Écrivez pourquoi la page doit être en ligne sans attendre.")
    if page.go_live_at and page.go_live_at > timezone.now():
        raise UrgentRefused("Ce brouillon est programmé pour plus tard\u00a0: retirez sa date, puis recommencez.")
    leave = _leave_key(page)
    with transaction.atomic():
        decision = UrgentPublication.objects.create(
            page_id=page.pk,
            revision=revision,
            leave=Verdict.objects.create(key=leave, accepted=False, kind=Verdict.Kind.URGENT),
            user=user,
            reason=reason,
        )
        # What it replaces was accepted; what it brings was not.
        LiveDefect.objects.filter(page=page.pk).delete()
        revision.publish(user=user)
        if not Page.objects.filter(pk=page.pk, live=True, live_revision=revision).exists():
            raise VerdictUnavailable("the page did not go live")
        decision.published_at = timezone.now()
        decision.save(update_fields=["published_at"])
        log(
            instance=page,
            action="audits.publish_urgently",
            user=user,
            revision=revision,
            data={"why": reason, "urgent": decision.pk},
        )
        _judge_right_after(decision)
    return decision


def _judge_right_after(decision: UrgentPublication) -> None:
    from audits.tasks import judge_urgent_publication

    transaction.on_commit(lambda: judge_urgent_publication.enqueue(decision.pk))


def urgent_leave(page: Page) -> Verdict | None:
    """The leave to publish exactly this, while it is being used; None outside the transaction that made it."""
    asked = UrgentPublication.objects.filter(page=page.pk, published_at=None).select_related("leave", "user").first()
    if asked is None or asked.user is None or not may_publish_urgently(asked.user, page):
        return None
    return asked.leave if _is_leave_for(asked.leave, page) else None


def _is_leave_for(leave: Verdict, page: Page) -> bool:
    in_transaction = transaction.get_connection().in_atomic_block
    return in_transaction and leave.kind == Verdict.Kind.URGENT and leave.key.startswith(_content_key(page))


def _leave_key(page: Page) -> str:
    """The content that may go live, and the moment: the same draft may be published urgently twice."""
    return f"{_content_key(page)}{hashlib.sha256(timezone.now().isoformat().encode()).hexdigest()[:20]}"


def _content_key(page: Page) -> str:
    """Of another shape than the key of a judged verdict: one never stands for the other."""
    return f"urgent-{hashlib.sha256(f'{page.pk} {key_of(page)}'.encode()).hexdigest()[:36]}-"
