"""Writes of the sample of an audit: what was seen of the site, the proposal, and what people make of it.

A change names the edition of the proposal that its author saw: another's change in between refuses it, and says so.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from accessibility.addresses import canonical, may_be_page
from accessibility.survey import Seen, is_document
from audits.auditing import actions
from audits.auditing.errors import AuditError, WrongState
from audits.auditing.reasons import in_french
from audits.auditing.sample import IN_SAMPLE, sample_pages, scope_of
from audits.auditing.sampling import Choice, draw, least_at_random
from audits.models.audit import Audit, AuditPage
from audits.models.sample_kind import SampleKind

_BATCH = 500


class SampleChanged(AuditError):
    """Somebody else has changed the sample since it was shown."""

    def __init__(self) -> None:
        super().__init__(
            "L’échantillon a été modifié par quelqu’un d’autre pendant que vous y travailliez. Rien n’est encore "
            "enregistré : vérifiez ce qui est affiché, puis recommencez."
        )


class WrongAddress(AuditError):
    """An address cannot be added to the sample; the message says which and why."""


@dataclass(frozen=True)
class Reason:
    """Why a page is in the sample, and the process that it is a step of, if any."""

    kind: str
    detail: str = ""
    process: str = ""


@transaction.atomic
def record_seen(audit: Audit, seen: Collection[Seen]) -> None:
    """Store addresses as they are seen, waiting; those that cannot be chosen are passed over, with the reason."""
    actions.check_running(audit, "y ranger des adresses")
    known = {page.address: page for page in audit.pages.filter(address__in=[one.address for one in seen])}
    new, changed = [], []
    for one in seen:
        page = known.get(one.address)
        if page is not None and page.state != AuditPage.State.WAITING:
            continue
        (new if page is None else changed).append(page := page or AuditPage(audit=audit, address=one.address, depth=1))
        page.found_on = page.found_on or one.found_on
        page.title = actions.storable(one.outline.title) if one.outline else ""
        page.kind = SampleKind.DOCUMENT if one.is_document else ""
        if one.objection:
            page.state, page.reason = AuditPage.State.SKIPPED, actions.storable(in_french(one.objection))
    AuditPage.objects.bulk_create(new, batch_size=_BATCH, ignore_conflicts=True)
    AuditPage.objects.bulk_update(changed, ["title", "kind", "state", "reason", "found_on"], batch_size=_BATCH)


@transaction.atomic
def propose_sample(audit: Audit, choices: Iterable[Choice], seed: int) -> None:
    """Keep only these addresses in the sample, beside the start page, each with the reason of its choice."""
    actions.check_running(audit, "en choisir l’échantillon")
    free = {page.address: page for page in audit.pages.filter(state=AuditPage.State.WAITING)}
    audit.pages.filter(address=audit.start_url).exclude(state=AuditPage.State.WAITING).update(kind=SampleKind.HOME)
    chosen = []
    for choice in choices:
        if page := free.pop(choice.address, None):
            page.kind, page.chosen_for, page.process = choice.kind, choice.detail, choice.process
            page.state = _state_in_sample(page)
            chosen.append(page)
    AuditPage.objects.bulk_update(chosen, ["kind", "chosen_for", "process", "state"], batch_size=_BATCH)
    chosen_pks = {page.pk for page in chosen}
    _put_outside(audit.pages.filter(state=AuditPage.State.WAITING), keep=chosen_pks)
    audit.options = audit.options | {"seed": seed, "sample_chosen": True}
    audit.save(update_fields=["options"])


@transaction.atomic
def await_approval(audit: Audit) -> None:
    """Put an audit whose sample is proposed down, until somebody approves it."""
    actions.check_running(audit, "en proposer l’échantillon")
    actions.put(audit, Audit.State.PROPOSED)


@transaction.atomic
def edit_sample(
    pk: int,
    edition: int,
    *,
    reasons: Mapping[int, Reason],
    removed: Collection[int] = (),
    added: Iterable[str] = (),
    added_for: Reason | None = None,
) -> Audit:
    """Store what somebody made of the proposal: `reasons` by number of page, numbers `removed`, addresses `added`.

    Raises SampleChanged, WrongState, or WrongAddress for an address that is not of the site, or is there already.
    """
    audit = proposed(pk, edition)
    pages = {page.pk: page for page in sample_pages(audit)}
    for number, reason in reasons.items():
        if page := pages.get(number):
            _give_reason(audit, page, reason)
    gone = [number for number in removed if number in pages and pages[number].address != audit.start_url]
    _put_outside(audit.pages.filter(pk__in=gone))
    for address in added:
        _add(audit, address, added_for or Reason(SampleKind.OTHER))
    return _edited(audit)


@transaction.atomic
def draw_again(pk: int, edition: int, seed: int) -> Audit:
    """Put other pages at random in the place of those of the last draw: as many, and never less than a tenth.

    The same pages and the same seed give the same draw. Raises SampleChanged, WrongState.
    """
    audit = proposed(pk, edition)
    before = sample_pages(audit).filter(kind=SampleKind.RANDOM, state=AuditPage.State.WAITING)
    others = sample_pages(audit).exclude(kind__in=(SampleKind.RANDOM, SampleKind.DOCUMENT)).count()
    number = max(before.count(), least_at_random(others))
    _put_outside(before)
    outside = audit.pages.filter(state=AuditPage.State.OUTSIDE).exclude(kind=SampleKind.DOCUMENT)
    drawn = [choice.address for choice in draw(outside.values_list("address", flat=True), number, seed)]
    outside.filter(address__in=drawn).update(state=AuditPage.State.WAITING, kind=SampleKind.RANDOM)
    audit.options = audit.options | {"seed": seed}
    return _edited(audit)


@transaction.atomic
def reuse_sample(pk: int, edition: int, other: Audit) -> Audit:
    """Replace the sample by that of another audit of the same start address, with its reasons and its seed.

    Raises SampleChanged, WrongState, AuditError when the other is of another address or has no sample.
    """
    audit = proposed(pk, edition)
    if other.start_url != audit.start_url or not other.options.get("sample_chosen") or other.pk == audit.pk:
        raise AuditError(f"L’audit {other.pk} n’a pas d’échantillon de {audit.start_url}.")
    _put_outside(sample_pages(audit).filter(state__in=(AuditPage.State.WAITING, AuditPage.State.DOCUMENT)))
    known = {page.address: page for page in audit.pages.all()}
    for theirs in sample_pages(other):
        page = known.get(theirs.address) or AuditPage(audit=audit, address=theirs.address, depth=1)
        page.kind, page.chosen_for, page.process = theirs.kind, theirs.chosen_for, theirs.process
        page.title = page.title or theirs.title
        if page.state not in (AuditPage.State.DONE, AuditPage.State.ERROR):
            page.state, page.reason = _state_in_sample(page), ""
        page.save()
    audit.options = audit.options | {"seed": other.options.get("seed")}
    return _edited(audit)


def proposed(pk: int, edition: int) -> Audit:
    """An audit whose sample waits for approval, locked for the transaction under way.

    Raises WrongState when it does not, SampleChanged when its sample has been changed since that edition.
    """
    audit = actions.locked(pk)
    if audit.state != Audit.State.PROPOSED:
        raise WrongState(audit, "en changer l’échantillon")
    if audit.sample_edition != edition:
        raise SampleChanged
    return audit


def _edited(audit: Audit) -> Audit:
    audit.sample_edition += 1
    audit.save(update_fields=["options", "sample_edition"])
    return audit


def _state_in_sample(page: AuditPage) -> str:
    return AuditPage.State.DOCUMENT if page.kind == SampleKind.DOCUMENT else AuditPage.State.WAITING


def _put_outside(pages: QuerySet[AuditPage], keep: Collection[int] = ()) -> None:
    numbers = [number for number in pages.values_list("pk", flat=True) if number not in keep]
    for start in range(0, len(numbers), _BATCH):
        those = AuditPage.objects.filter(pk__in=numbers[start : start + _BATCH])
        documents = those.filter(kind=SampleKind.DOCUMENT)
        documents.update(state=AuditPage.State.OUTSIDE, chosen_for="", process="")
        those.exclude(kind=SampleKind.DOCUMENT).update(
            state=AuditPage.State.OUTSIDE, kind="", chosen_for="", process=""
        )


def _give_reason(audit: Audit, page: AuditPage, reason: Reason) -> None:
    page.chosen_for, page.process = actions.storable(reason.detail), actions.storable(reason.process)
    if page.address != audit.start_url:
        if reason.kind == SampleKind.RANDOM != page.kind:
            raise AuditError("Seul le tirage dit qu’une page est tirée au hasard : choisissez une autre raison.")
        page.kind = SampleKind.DOCUMENT if is_document(page.address) else reason.kind
        page.state = _state_in_sample(page)
    page.save(update_fields=["kind", "chosen_for", "process", "state"])


def _add(audit: Audit, typed: str, reason: Reason) -> None:
    address = canonical(typed, audit.start_url)
    if address is None:
        raise WrongAddress(f"« {typed} » n’est pas une adresse du web.")
    kind = SampleKind.DOCUMENT if is_document(address) else reason.kind
    if kind != SampleKind.DOCUMENT and not may_be_page(address):
        raise WrongAddress(f"« {typed} » n’est ni une page, ni un document PDF ou bureautique.")
    scope = scope_of(audit, documents=kind == SampleKind.DOCUMENT)
    if not scope.holds(address):
        raise WrongAddress(f"« {typed} » n’est pas sur le site audité, {scope.host}{scope.prefix}.")
    page = audit.pages.filter(address=address).first()
    if page is not None and page.state in IN_SAMPLE:
        raise WrongAddress(f"« {typed} » est déjà dans l’échantillon.")
    page = page or AuditPage(audit=audit, address=address, depth=1)
    page.kind, page.chosen_for, page.process = kind, actions.storable(reason.detail), actions.storable(reason.process)
    page.state, page.reason = _state_in_sample(page), ""
    page.save()
