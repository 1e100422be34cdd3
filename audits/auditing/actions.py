"""Writes of audits: each refuses a wrong state with an error that quotes it, and is one transaction."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from accessibility import engine
from accessibility.addresses import canonical
from accessibility.crawler import Target, Visit
from accessibility.findings import Finding
from accessibility.outcome import Verdict
from audits.auditing.errors import AuditError, WrongState
from audits.auditing.options import AuditOptions
from audits.auditing.queries import site_of
from audits.auditing.reasons import in_french
from audits.auditing.runner import lives, this_process
from audits.auditing.signing_in import check_sign_in
from audits.auditing.unchanged import take_over
from audits.models.audit import Audit, AuditFinding, AuditPage
from audits.models.component import component_of

_BATCH = 500


@transaction.atomic
def start_audit(start_url: str, options: AuditOptions, *, queued: bool = False) -> Audit:
    """Open an audit whose only address is the start, run by this process, or `queued` for another to take it over.

    Raises AuditError when that is no address of the web, or when the recipe of the sign-in cannot be followed.
    """
    address = canonical(start_url)
    if address is None:
        raise AuditError(f"« {start_url} » n’est pas une adresse du web.")
    check_sign_in(options, address)
    audit = Audit.objects.create(
        site=site_of(address),
        start_url=address,
        options=options.as_json(),
        versions=engine.versions(),
        engine_fingerprint=engine.fingerprint(),
        state=Audit.State.QUEUED if queued else Audit.State.RUNNING,
        runner="" if queued else this_process(),
    )
    AuditPage.objects.create(audit=audit, address=address)
    return audit


@transaction.atomic
def resume_audit(pk: int) -> Audit:
    """Take over an audit that waits, was interrupted, or whose process died, with the options of its start.

    Raises AuditError as `resumable` does.
    """
    return _taken_over(resumable(pk))


@transaction.atomic
def begin_queued(pk: int) -> Audit | None:
    """Take over an audit that waits; None when it waits no more, or when it cannot go on: it has then failed."""
    audit = locked(pk)
    if audit.state != Audit.State.QUEUED:
        return None
    try:
        check_goes_on(audit)
    except AuditError as error:
        put(audit, Audit.State.FAILED, error=str(error), ended_at=timezone.now())
        return None
    return _taken_over(audit)


def resumable(pk: int) -> Audit:
    """An audit that can go on, locked for the transaction under way.

    Raises WrongState when it is over, waits for its sample to be approved or is still run by somebody, AuditError when
    there is none, when the engine has changed since (an audit has one engine) or a variable of its sign-in is missing.
    """
    audit = locked(pk)
    running = audit.state == Audit.State.RUNNING
    if audit.state in (Audit.State.FINISHED, Audit.State.CANCELLED, Audit.State.PROPOSED) or (
        running and lives(audit.runner)
    ):
        raise WrongState(audit, "le reprendre")
    check_goes_on(audit)
    return audit


def check_goes_on(audit: Audit) -> None:
    """Raises AuditError when the engine has changed since the audit began, or its sign-in lacks a variable."""
    if audit.engine_fingerprint != engine.fingerprint():
        raise AuditError(
            f"Le moteur a changé depuis le début de l’audit {audit.pk} : ses verdicts ne peuvent pas être mêlés à de "
            "nouveaux. Lancez un nouvel audit."
        )
    check_sign_in(AuditOptions.from_json(audit.options), audit.start_url)


def _taken_over(audit: Audit) -> Audit:
    return put(audit, Audit.State.RUNNING, runner=this_process())


def locked(pk: int) -> Audit:
    """An audit, locked for the transaction under way. Raises AuditError when there is none of this number."""
    audit = Audit.objects.select_for_update().filter(pk=pk).first()
    if audit is None:
        raise AuditError(f"Il n’y a pas d’audit {pk}.")
    return audit


@transaction.atomic
def record_visit(audit: Audit, visit: Visit) -> AuditPage | None:
    """Store one visit, its findings and the addresses that it discovered; None when it was stored before."""
    check_running(audit, "y ranger une page")
    page = AuditPage.objects.filter(audit=audit, address=visit.target.address, state=AuditPage.State.WAITING).first()
    if page is None:
        return None
    page.state = AuditPage.State(visit.state)
    page.final_url, page.http_status, page.reason = visit.url, visit.status, storable(in_french(visit.reason))
    page.digest, page.milliseconds, page.visited_at = visit.digest, visit.ms, timezone.now()
    page.inputs = visit.inputs
    page.traits = storable_json(visit.traits.as_json()) if visit.traits else None
    if visit.unchanged:
        take_over(page, visit)
    if report := visit.report:
        page.title = storable(report.title)
        page.tests = {test: str(outcome) for test, outcome in report.tests.items()}
        page.failures = len(report.failures)
        page.reviews = len(report.findings) - page.failures
        rows = [finding_row(page, finding) for finding in report.findings]
        AuditFinding.objects.bulk_create(rows, batch_size=_BATCH)
    page.save()
    _add_waiting(audit, visit.discovered)
    return page


def interrupt_audit(audit: Audit) -> None:
    """Put an audit down; what waits stays, for `resume_audit`."""
    _end(audit, Audit.State.INTERRUPTED)


def stop_as_asked(audit: Audit) -> None:
    """Put an audit down, or close it for good, as somebody asked of the process that runs it."""
    if audit.wish == Audit.Wish.CANCEL:
        _end(audit, Audit.State.CANCELLED)
    else:
        _end(audit, Audit.State.INTERRUPTED, wish=Audit.Wish.PAUSE)


def finish_audit(audit: Audit) -> None:
    """Close an audit whose pages are all visited, or whose limit is reached; failed when no page was judged."""
    if audit.pages.filter(state=AuditPage.State.DONE).exists():
        _end(audit, Audit.State.FINISHED)
    else:
        first = audit.pages.exclude(reason="").first()
        _end(audit, Audit.State.FAILED, first.reason if first else "aucune page")


def fail_audit(audit: Audit, error: str) -> None:
    """Close an audit that could not go on, with the reason."""
    _end(audit, Audit.State.FAILED, in_french(error))


@transaction.atomic
def _end(audit: Audit, state: str, error: str = "", wish: str = "") -> None:
    check_running(audit, "le clore")
    put(audit, state, error=error, wish=wish, ended_at=timezone.now())


def put(
    audit: Audit,
    state: str,
    *,
    ended_at: datetime | None = None,
    error: str = "",
    wish: str = "",
    runner: str = "",
) -> Audit:
    """Store the state of an audit with all that depends on it, and give it back; the caller has made sure of it."""
    audit.state, audit.ended_at, audit.error, audit.wish, audit.runner = state, ended_at, error, wish, runner
    audit.save(update_fields=["state", "ended_at", "error", "wish", "runner"])
    return audit


def check_running(audit: Audit, wish: str) -> None:
    """Read again what somebody may have asked of an audit; raises WrongState unless this process runs it."""
    audit.refresh_from_db(fields=["state", "runner", "wish"])
    if audit.state != Audit.State.RUNNING or audit.runner != this_process():
        raise WrongState(audit, wish)


def storable(text: str) -> str:
    """The text without what a database refuses and a hostile page may hold: NUL, and halves of characters."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode("utf-8")


def storable_json(data: Any) -> Any:
    """The same data, every text of it `storable`."""
    if isinstance(data, str):
        return storable(data)
    if isinstance(data, dict):
        return {name: storable_json(value) for name, value in data.items()}
    return [storable_json(one) for one in data] if isinstance(data, list | tuple) else data


def _add_waiting(audit: Audit, targets: tuple[Target, ...]) -> None:
    rows = [AuditPage(audit=audit, address=t.address, depth=t.depth, found_on=t.found_on) for t in targets]
    AuditPage.objects.bulk_create(rows, batch_size=_BATCH, ignore_conflicts=True)


def finding_row(page: AuditPage, finding: Finding) -> AuditFinding:
    """What an audit keeps of a finding."""
    return AuditFinding(
        page=page,
        rule=finding.rule,
        source=finding.source,
        verdict="fail" if finding.verdict is Verdict.FAIL else "review",
        tests=f",{','.join(finding.rgaa)},",
        message=storable(finding.message),
        fix=storable(finding.fix),
        targets=[storable(target) for target in finding.targets],
        html=storable(finding.html),
        component=component_of(storable(finding.subject)),
        provenance=storable(finding.provenance or ""),
    )
