"""Writes of what people decide on findings. Each is one transaction, logged with who and why; mail goes after it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, Site

from audits.decisions import mails
from audits.decisions.context import context_of
from audits.decisions.errors import DecisionError
from audits.decisions.queries import RefusedFinding, open_appeals
from audits.decisions.reporting import report_before
from audits.gate.identity import fields_about, identity_decided
from audits.models import Appeal
from audits.models.let_through import LetThrough

State = Appeal.State
NOT_BLOCKING = "Ce défaut ne bloque plus la publication\u00a0: publiez de nouveau la page."


def send_appeal(refused: RefusedFinding, user, reason: str) -> Appeal:
    """Contest a finding: it goes to the officer with its evidence. Raises DecisionError."""
    context = context_of(refused.finding, refused.draft, refused.verdict)
    with _deciding_on(refused.page):
        if not refused.blocks:
            raise DecisionError(NOT_BLOCKING)
        if open_appeals(refused.page, refused.identity).exists():
            raise DecisionError("Ce défaut est déjà contesté\u00a0: le référent accessibilité va répondre.")
        appeal = Appeal.objects.create(
            **fields_about(refused.finding),
            page_id=refused.page.pk,
            page_title=refused.draft.get_admin_display_title(),
            site=refused.page.get_site(),
            revision=refused.revision,
            verdict=refused.verdict,
            position=refused.position,
            context=context,
            reason=reason,
            user=user,
        )
        _log(appeal, "audits.appeal", user, reason)
        mails.tell_officer_of_appeal(appeal)
    return appeal


def confirm_finding(appeal: Appeal, user, answer: str) -> Appeal:
    """The defect stands. Raises DecisionError unless the appeal is open."""
    return _decide(appeal, State.CONFIRMED, user, answer, "audits.appeal_confirmed")


def overrule_element(appeal: Appeal, user, answer: str) -> Appeal:
    """The element is no defect: it no longer blocks this page. Raises DecisionError unless the appeal is open."""
    if appeal.page_id is None:
        raise DecisionError("La page de cette contestation n’existe plus\u00a0: il n’y a plus d’élément à écarter.")
    return _decide(appeal, State.OVERRULED, user, answer, "audits.overrule")


def turn_rule_into_advice(appeal: Appeal, user, answer: str) -> Appeal:
    """The rule no longer blocks on this site. Raises DecisionError unless the appeal is open."""
    if appeal.site_id is None:
        raise DecisionError(
            "La page de cette contestation n’est sur aucun site\u00a0: la règle ne peut y être assouplie."
        )
    return _decide(appeal, State.ADVICE, user, answer, "audits.advise_rule")


def undo_decision(appeal: Appeal, user, why: str) -> Appeal:
    """The element, or the rule, blocks again at the next publication; the appeal is to be answered anew."""
    with _deciding_on(appeal.page):
        current = Appeal.objects.select_for_update().get(pk=appeal.pk)
        if not current.can_be_undone:
            raise DecisionError(
                f"{current} est «\u00a0{current.get_state_display()}\u00a0»\u00a0: il n’y a rien à annuler."
            )
        # A newer appeal on the same element is the one to answer.
        is_contested = current.page and open_appeals(current.page, identity_decided(current)).exists()
        current.state = State.CONFIRMED if is_contested else State.OPEN
        current.decided_by, current.decided_at, current.answer = user, timezone.now(), why
        current.save(update_fields=["state", "decided_by", "decided_at", "answer"])
        _log(current, "audits.undo_decision", user, why)
        mails.tell_editor_of_answer(current, undone=True)
    return current


def grant(granted: LetThrough, refused: RefusedFinding, user) -> LetThrough:
    """Let an element be published despite what was found. Raises DecisionError."""
    with _deciding_on(refused.page):
        if not refused.blocks:
            raise DecisionError(NOT_BLOCKING)
        for name, value in fields_about(refused.finding).items():
            setattr(granted, name, value)
        granted.page_id, granted.user = refused.page.pk, user
        granted.full_clean()
        granted.save()
        _log(
            granted, f"audits.grant_{granted._meta.model_name}", user, granted.why, until=f"{granted.ends_on:%d/%m/%Y}"
        )
        mails.tell_officer_of_let_through(granted)
        report_before(granted.ends_on)
    return granted


def withdraw(granted: LetThrough, user, why: str) -> LetThrough:
    """End a let-through before its day. What is online stays; the next publication is refused. Raises DecisionError."""
    with _deciding_on(granted.page):
        current = type(granted).objects.select_for_update().get(pk=granted.pk)
        if not current.is_in_force:
            raise DecisionError(f"{current} est déjà «\u00a0{current.state}\u00a0».")
        current.withdrawn_at = timezone.now()
        current.save(update_fields=["withdrawn_at"])
        _log(current, "audits.withdraw", user, why)
    return current


def _decide(appeal: Appeal, state: str, user, answer: str, action: str) -> Appeal:
    with _deciding_on(appeal.page):
        current = Appeal.objects.select_for_update().get(pk=appeal.pk)
        if not current.is_open:
            raise DecisionError(f"{current} est déjà «\u00a0{current.get_state_display()}\u00a0».")
        current.state, current.answer = state, answer
        current.decided_by, current.decided_at = user, timezone.now()
        current.save(update_fields=["state", "answer", "decided_by", "decided_at"])
        _log(current, action, user, answer)
        mails.tell_editor_of_answer(current)
    return current


@contextmanager
def _deciding_on(page: Page | None) -> Iterator[None]:
    """A transaction in which nobody else decides on the page."""
    with transaction.atomic():
        if page is not None:
            Page.objects.select_for_update().only("pk").get(pk=page.pk)
        yield


def _log(decision: Appeal | LetThrough, action: str, user, why: str, **more: str) -> None:
    """Write a decision in the page's history, or in its own where the page is gone."""
    site: Site | None = getattr(decision, "site", None)
    data = {"why": why, "rule": decision.rule, "message": decision.message, "decision": str(decision), **more}
    if site is not None:
        data["site"] = str(site)
    log(instance=decision.page or decision, action=action, user=user, data=data)
