"""What every write passes, whoever writes: nothing goes live, or changes while live, without an accepting verdict."""

from django.db import transaction
from django.db.models.signals import post_save, pre_save
from wagtail.models import Page, Revision

from audits.gate import pending
from audits.gate.blocking import accepts, blocking_findings
from audits.gate.content import page_as_saved, same_content
from audits.gate.errors import DecisionFromFixture, PublicationRefused, UnjudgedContent
from audits.gate.going_live import note_going_live
from audits.gate.judging import known_verdict
from audits.gate.publish_action import is_publishing
from audits.gate.urgent import urgent_leave
from audits.models import Appeal, Derogation, DocumentExemption, LaissezPasser, LiveDefect, Seal, UrgentPublication

_ASKED = "_parvis_publication_asked"
_SEALED = "_parvis_sealed"
JUDGED = "_parvis_judged"
"""Where a page that is saved live bears the verdict that let it through."""
_DECISIONS = (Appeal, Derogation, DocumentExemption, LaissezPasser, LiveDefect, UrgentPublication)


def install() -> None:
    """Connect the guards."""
    pre_save.connect(guard_page, dispatch_uid="parvis-guard-page")
    post_save.connect(after_page, dispatch_uid="parvis-after-page")
    pre_save.connect(guard_schedule, sender=Revision, dispatch_uid="parvis-guard-schedule")
    for model in _DECISIONS:
        pre_save.connect(guard_decision, sender=model, dispatch_uid=f"parvis-guard-{model.__name__}")


def guard_page(sender, instance, raw=False, update_fields=None, **_) -> None:
    """Before a page is written: let housekeeping through, want a verdict for the rest, hold back the unknown."""
    if not isinstance(instance, Page):
        return
    instance.__dict__.pop(JUDGED, None)
    if raw:
        _guard_fixture(sender, instance)
    elif instance.live and not _is_empty_root(instance):
        _guard_live(instance, update_fields)


def after_page(sender, instance, **_) -> None:
    """After a page is written: withdraw the seal, keep what was asked."""
    if not isinstance(instance, Page):
        return
    if instance.__dict__.pop(_SEALED, False):
        Seal.objects.filter(page_id=instance.pk).delete()
    door = instance.__dict__.pop(_ASKED, None)
    if door == "fixture":
        pending.ask_later(instance, None, door=door)
    elif door == "new":
        pending.ask_later(instance, instance.serializable_data(), user=instance.owner, door=door)
    elif door:
        written = instance.specific_class._base_manager.get(pk=instance.pk)
        pending.ask_later(written, written.serializable_data(), user=instance.owner, door=door)


def guard_schedule(sender, instance, raw=False, **_) -> None:
    """Before a revision is scheduled: its content has an accepting verdict. At its hour it is judged again."""
    if raw or instance.approved_go_live_at is None or not issubclass(_model(instance), Page):
        return
    stored = Revision.objects.filter(pk=instance.pk).values_list("approved_go_live_at", flat=True).first()
    if stored == instance.approved_go_live_at:
        return
    page = instance.as_object()
    verdict = known_verdict(page)
    if verdict is None:
        raise UnjudgedContent(page.title)
    if not accepts(verdict, page):
        raise PublicationRefused(verdict, blocking_findings(verdict, page))


def guard_decision(sender, raw=False, **_) -> None:
    """A fixture decides nothing in the place of a person."""
    if raw:
        raise DecisionFromFixture(sender._meta.label_lower)


def _guard_live(instance: Page, update_fields) -> None:
    page = page_as_saved(instance, update_fields)
    if page is None:
        _hold(instance, "new")
        return
    if not page.live:
        # Live in memory only: this save does not write that column.
        return
    stored = page.specific_class._base_manager.get(pk=page.pk)
    if stored.live and same_content(stored.serializable_data(), page.serializable_data()):
        return
    if leave := urgent_leave(page):
        _seal(instance, leave)
        return
    verdict = known_verdict(page)
    if verdict is not None and accepts(verdict, page):
        instance.__dict__[JUDGED] = verdict
        if not stored.live:
            _seal(instance, verdict)
        note_going_live(page, verdict)
    elif verdict is not None:
        raise PublicationRefused(verdict, blocking_findings(verdict, page))
    elif stored.live or is_publishing():
        raise UnjudgedContent(page.title)
    else:
        _hold(instance, "save")


def _guard_fixture(sender, instance: Page) -> None:
    """A fixture writes each table of a page apart: nothing can be judged before all are there."""
    stored_live = Page.objects.filter(pk=instance.pk).values_list("live", flat=True).first()
    if sender is not Page:
        if stored_live:
            raise UnjudgedContent(str(instance.pk))
        return
    if _is_empty_root(instance):
        return
    if stored_live:
        stored = Page.objects.get(pk=instance.pk)
        if instance.live and not same_content(stored.serializable_data(), instance.serializable_data()):
            raise UnjudgedContent(instance.title)
    elif instance.live:
        _hold(instance, "fixture")


def _hold(instance: Page, door: str) -> None:
    instance.live = False
    instance.has_unpublished_changes = True
    instance.__dict__[_ASKED] = door


def _seal(instance: Page, verdict) -> None:
    if not transaction.get_connection().in_atomic_block:
        raise UnjudgedContent(instance.title)
    Seal.objects.update_or_create(page_id=instance.pk, defaults={"verdict": verdict})
    instance.__dict__[_SEALED] = True


def _is_empty_root(instance: Page) -> bool:
    """The tree's own root is a bare Page, which has no content and no template."""
    return instance.depth == 1 and type(instance) is Page and instance.specific_class in (Page, None)


def _model(revision: Revision) -> type:
    return revision.content_type.model_class() or type(None)
