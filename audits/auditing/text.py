"""An audit's summary for a person at a terminal, in French."""

from accessibility.outcome import Status
from audits.auditing.sample import Sample, sample_of
from audits.auditing.summary import Summary
from audits.models.audit import AuditPage

_STATUSES = {
    Status.NC: "non conformes",
    Status.NT: "à faire vérifier",
    Status.C: "conformes",
    Status.NA: "non applicables",
}


def summary_text(summary: Summary) -> str:
    """The whole summary: pages, criteria, rules, rate."""
    return "\n".join([*_head(summary), "", *_criteria(summary), "", *_rules(summary), "", summary.rate_text])


def plural(count: int, singular: str, many: str) -> str:
    """A number and its noun; in French, zero is singular."""
    return f"{count} {singular if count < 2 else many}"


def _head(summary: Summary) -> list[str]:
    audit, counts = summary.audit, summary.counts
    lines = [
        f"Audit {audit.pk} de {audit.start_url} : {audit.get_state_display()}",
        f"  {plural(summary.done, 'page auditée', 'pages auditées')}, "
        f"{plural(summary.errors, 'en erreur', 'en erreur')}, "
        f"{plural(counts[AuditPage.State.SKIPPED], 'adresse écartée', 'adresses écartées')}, "
        f"{plural(counts[AuditPage.State.WAITING], 'non visitée', 'non visitées')}",
        "  RGAA {rgaa}, moteur {engine}, axe-core {axe}".format(**audit.versions),
    ]
    if sample := sample_of(audit):
        lines.append(f"  {_draw_text(sample)}")
    if audit.error:
        lines.append(f"  Motif : {audit.error}")
    for page in audit.pages.filter(state=AuditPage.State.ERROR)[:20]:
        lines.append(f"  en erreur : {page.address} ({page.reason})")
    return lines


def sample_text(sample: Sample) -> str:
    """The sample: why each address is in it, by process, and the draw."""
    lines = [f"Échantillon : {plural(len(sample.pages), 'page', 'pages')}"]
    if sample.documents:
        lines[0] += f" et {plural(len(sample.documents), 'document', 'documents')}"
    for process, pages in sample.groups:
        if process:
            lines.append(f"  Démarche « {process} »")
        lines += [f"  {page.address} : {page.why}" for page in pages]
    lines.append(_draw_text(sample))
    lines += [f"Manque peut-être : {kind.label} ({address})" for kind, address in sample.missing]
    return "\n".join(lines)


def _draw_text(sample: Sample) -> str:
    return f"{plural(sample.at_random, 'page', 'pages')} au hasard ({sample.share_text}), graine {sample.seed}"


def _criteria(summary: Summary) -> list[str]:
    counted = ", ".join(f"{summary.statuses[status]} {label}" for status, label in _STATUSES.items())
    lines = [f"Critères : {counted}"]
    for line in summary.criteria:
        if line.status is Status.NC:
            pages = plural(line.pages_failing, "page", "pages")
            lines.append(f"  NC  {line.criterion.id:<6} {pages:<10} {line.criterion.title}")
    return lines


def _rules(summary: Summary) -> list[str]:
    lines = []
    for is_failure, heading in ((True, "Défauts certains"), (False, "À vérifier par une personne")):
        rules = [line for line in summary.rules if line.is_failure is is_failure]
        total = sum(line.findings for line in rules)
        lines.append(f"{heading} : {total}")
        for line in rules:
            where = plural(line.pages, "page", "pages")
            lines.append(f"  {line.findings:>6}  {where:<10} [{', '.join(line.tests)}] {line.message} ({line.rule})")
    return lines
