"""Publications asked where no verdict could be given: kept with their exact content, settled after the transaction."""

import logging
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision

from audits.gate.content import same_content
from audits.gate.errors import PublicationRefused, VerdictUnavailable
from audits.models import PendingPublication

SETTLED_AT_ONCE = 3
"""How many publications of one transaction are settled as it commits; the rest is left to the worker."""

_State = PendingPublication.State
logger = logging.getLogger(__name__)


def ask_later(
    page: Page, content: dict[str, Any] | None, *, revision: Revision | None = None, user=None, door: str
) -> PendingPublication:
    """Keep a request to publish exactly this content, in the current transaction, and settle it once that commits."""
    with transaction.atomic():
        PendingPublication.objects.filter(page_id=page.pk, state=_State.WAITING).update(
            state=_State.REPLACED, closed_at=timezone.now()
        )
        asked = PendingPublication.objects.create(
            page_id=page.pk, content=content, revision=revision, user=user, door=door
        )
        _settle_after_commit(asked)
    return asked


def settle(asked: PendingPublication) -> None:
    """Judge a pending publication and publish its content or refuse it. Raises VerdictUnavailable: it then waits on."""
    from audits.gate.aliases import alias_with_content
    from audits.gate.publish_action import publishing, verdict_for

    page = asked.page.specific
    _fill(asked, page)
    is_alias = page.alias_of_id is not None
    candidate = alias_with_content(page, asked.content) if is_alias else page.with_content_json(asked.content)
    online_since = page.live_revision.created_at if page.live and page.live_revision_id else None
    if online_since and not is_alias and online_since > asked.created_at:
        _close(asked, _State.REPLACED)
        return
    try:
        verdict_for(candidate, user=asked.user, door=asked.door)
        if asked.door == "follow":
            page.alias_of.specific.update_aliases(_content=asked.content)
        elif is_alias:
            with publishing():
                _publish_alias(candidate)
        else:
            _revision_of(candidate, asked).publish(user=asked.user, skip_permission_checks=True)
    except PublicationRefused as refusal:
        Page.objects.filter(pk=page.pk, live=False).update(live_revision=None)
        _close(asked, _State.REFUSED, refusal.text)
    except VerdictUnavailable as error:
        asked.reason = error.reason
        asked.save(update_fields=["reason"])
        raise
    except ValidationError as error:
        # Not valid any more where it stands: its address has been taken since, for example.
        _close(asked, _State.REFUSED, " ".join(error.messages))
    else:
        _close(asked, _State.PUBLISHED)


def settle_all() -> tuple[int, int]:
    """Settle whatever waits; returns how many were settled and how many wait on. None stops the next ones."""
    settled = waiting = 0
    for asked in PendingPublication.objects.filter(state=_State.WAITING).select_related("page"):
        try:
            settle(asked)
            settled += 1
        except VerdictUnavailable:
            waiting += 1
        except Exception:
            logger.exception("The publication of page %s, asked at %s, waits on", asked.page_id, asked.created_at)
            waiting += 1
    return settled, waiting


def _settle_after_commit(asked: PendingPublication) -> None:
    connection = transaction.get_connection()
    position = sum(getattr(entry[1], "parvis_settles", False) for entry in connection.run_on_commit)

    def settle_one() -> None:
        asked.refresh_from_db()
        if asked.content is None:
            _fill(asked, asked.page.specific)
        if position >= SETTLED_AT_ONCE:
            from audits.tasks import settle_pending_publications

            if position == SETTLED_AT_ONCE:
                settle_pending_publications.enqueue()
        elif asked.state == _State.WAITING:
            try:
                settle(asked)
            except VerdictUnavailable:
                return

    settle_one.parvis_settles = True
    transaction.on_commit(settle_one, robust=True)


def _fill(asked: PendingPublication, page: Page) -> None:
    """A fixture's content is what its tables hold when its transaction commits."""
    if asked.content is None:
        asked.content = page.serializable_data()
        asked.save(update_fields=["content"])


def _revision_of(candidate: Page, asked: PendingPublication) -> Revision:
    """A revision with exactly this content; older than any draft that somebody has begun since, which stays a draft."""
    latest = candidate.get_latest_revision()
    for revision in (asked.revision, latest):
        if revision is not None and same_content(revision.content, asked.content):
            return revision
    if latest is None:
        return candidate.save_revision(user=asked.user, changed=False, clean=False)
    return Revision.objects.create(
        content_object=candidate,
        base_content_type_id=latest.base_content_type_id,
        user=asked.user,
        object_str=str(candidate),
        content=candidate.serializable_data(),
        created_at=min(asked.created_at, latest.created_at) - timedelta(microseconds=1),
    )


def _publish_alias(candidate: Page) -> None:
    """Aliases have no revision: their row itself goes live, with the verdict just given."""
    candidate.live = True
    candidate.has_unpublished_changes = False
    candidate.last_published_at = timezone.now()
    candidate.first_published_at = candidate.first_published_at or candidate.last_published_at
    candidate.save(clean=False)


def _close(asked: PendingPublication, state: str, reason: str = "") -> None:
    asked.state, asked.reason, asked.closed_at = state, reason, timezone.now()
    asked.save(update_fields=["state", "reason", "closed_at"])
