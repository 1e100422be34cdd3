"""Audits for tests, made without a browser: visits whose reports come from the source alone."""

import io
from dataclasses import replace

from PIL import Image

from accessibility import engine
from accessibility.crawler import Target, Visit, VisitState
from accessibility.screenshots import LARGEST, Screenshot
from accessibility.survey import Seen
from audits.auditing import actions, sample_actions
from audits.auditing.options import AuditOptions
from audits.auditing.sampling import Choice
from audits.auditing.screenshots import keep_screenshots
from audits.models import Audit, AuditFinding, AuditPage
from audits.models.sample_kind import SampleKind
from tests.small_site import html

START = "http://ville.example/"
BAD = html("Mauvaise", '<img src="a.png"><a href="/x"></a><p align="center">Texte</p>')
GOOD = html("Bonne", "<p>Texte</p>")


def done(address: str, source: str = GOOD, *found: str) -> Visit:
    """A visit that judged a page, and discovered others."""
    discovered = tuple(Target(other, 1, address) for other in found)
    report = engine.check_source(source, address, status=200)
    return Visit(Target(address), VisitState.DONE, address, 200, report, digest="d" * 64, ms=12, discovered=discovered)


def lost(address: str, reason: str = "no answer within 30 s") -> Visit:
    """A visit that judged nothing."""
    return Visit(Target(address), VisitState.ERROR, reason=reason, ms=30_000)


def started(**options) -> Audit:
    """An audit that was just started."""
    return actions.start_audit(START, AuditOptions(**options))


def failed() -> Audit:
    """An audit that could not go on."""
    audit = started()
    actions.fail_audit(audit, "robots.txt of this site forbids x")
    return audit


def small_audit() -> Audit:
    """A finished audit: a bad home page, a good page, one lost, one never visited."""
    audit = started()
    actions.record_visit(audit, done(START, BAD, f"{START}a", f"{START}b", f"{START}c"))
    actions.record_visit(audit, done(f"{START}a"))
    actions.record_visit(audit, lost(f"{START}b"))
    actions.finish_audit(audit)
    return audit


PLACES = ("contact", "recherche", "actualites/1", "actualites/2", "actualites/3", "demande/etape-1", "demande/etape-2")


def proposed_sample(seed: int = 7, **options) -> Audit:
    """An audit of a small town whose sample waits for approval: kinds, a process of two steps, a document, a draw."""
    audit = started(sample=True, approval=True, **options)
    actions.record_visit(audit, done(START, GOOD, *(f"{START}{place}" for place in PLACES)))
    sample_actions.record_seen(audit, [Seen(f"{START}plan.pdf", is_document=True)])
    chosen = [
        Choice(f"{START}contact", SampleKind.CONTACT),
        Choice(f"{START}demande/etape-1", SampleKind.PROCESS, "étape 1", "Demande"),
        Choice(f"{START}demande/etape-2", SampleKind.PROCESS, "étape 2", "Demande"),
        Choice(f"{START}plan.pdf", SampleKind.DOCUMENT, "urbanisme"),
        Choice(f"{START}actualites/1", SampleKind.RANDOM),
    ]
    sample_actions.propose_sample(audit, chosen, seed)
    sample_actions.await_approval(audit)
    return audit


def pictured_audit() -> Audit:
    """A finished audit of a bad page, with the largest picture beside its first finding."""
    audit, image = started(), io.BytesIO()
    Image.new("RGB", LARGEST, "navy").save(image, "WEBP")
    visit = replace(done(START, BAD), screenshots={0: Screenshot(image.getvalue(), *LARGEST)})
    keep_screenshots(audit, actions.record_visit(audit, visit), visit)
    actions.finish_audit(audit)
    return audit


def many_findings(*, pages: int, each: int, html: str) -> Audit:
    """A finished audit whose pages all have the same failure, so many times; its code and place tell pages apart when
    they are a pattern (`<p id={}>`)."""
    audit, visit = started(), done(START)
    actions.record_visit(audit, replace(visit, report=replace(visit.report, findings=())))
    AuditPage.objects.bulk_create(
        AuditPage(audit=audit, address=f"{START}{n}", title=f"Page {n}", state=AuditPage.State.DONE)
        for n in range(1, pages)
    )
    AuditFinding.objects.bulk_create(
        AuditFinding(
            page=page,
            rule="c06_02_empty_link",
            source="rule",
            verdict="fail",
            tests=",6.2.1,",
            message="Un lien n’a pas de nom.",
            fix="Donnez-lui un texte.",
            targets=[f"main > p:nth-child({n})"],
            html=html.format(page.pk * each + n),
        )
        for page in audit.pages.all()
        for n in range(each)
    )
    actions.finish_audit(audit)
    return audit
