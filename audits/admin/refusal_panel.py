"""The refusal at the head of the page's editor: each defect, and what can be mended without opening its block."""

from typing import Any

from django.urls import reverse
from wagtail.models import Page

from audits.admin.defects import defects_of
from audits.admin.mending.answers import Answers
from audits.gate.content import content_hash
from audits.models import Refusal


def refusal_panel(
    refusal: Refusal, draft: Page, user, *, may_mend: bool, answers: Answers | None = None, trouble: str = ""
) -> dict[str, Any]:
    """What the panel's template shows. `answers`: what was typed and could not be applied, and `trouble` why."""
    answers = answers or Answers(draft, refusal.verdict)
    defects = defects_of(refusal.verdict, draft, user, forms=answers.forms if may_mend else None)
    return {
        "heading": _heading(len(defects)),
        "defects": defects,
        "mends": any(defect.form for defect in defects),
        "may_publish": draft.permissions_for_user(user).can_publish(),
        "has_changed": has_changed_since(refusal, draft),
        "trouble": trouble,
        "version": version_of(draft),
        "address": reverse("draft_mend", args=[draft.pk, refusal.pk]),
    }


def version_of(draft: Page) -> str:
    """What tells one draft from another by what it says: the editor saves the same again and again."""
    revision = draft.get_latest_revision()
    return content_hash(revision.content if revision else draft.specific.serializable_data())


def has_changed_since(refusal: Refusal, draft: Page) -> bool:
    """Whether the draft is another one than the one that was refused."""
    if refusal.revision_id and refusal.revision_id != draft.latest_revision_id:
        return True
    saved_at = draft.latest_revision_created_at
    return saved_at is not None and saved_at > refusal.created_at


def _heading(count: int) -> str:
    if not count:
        return "Les défauts qui retenaient cette page ne bloquent plus\u00a0: publiez-la de nouveau."
    if count == 1:
        return "La page n’a pas été publiée\u00a0: un défaut d’accessibilité est à corriger."
    return f"La page n’a pas été publiée\u00a0: {count} défauts d’accessibilité sont à corriger."
