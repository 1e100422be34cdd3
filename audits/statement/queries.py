"""What a site's statement says, read from its officer's part and from its audits."""

from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Exists, OuterRef
from django.utils import timezone
from wagtail.models import Site

from accessibility import rgaa
from accessibility.outcome import LegalState, Status, percent_rounded_down
from accessibility.rgaa import Criterion
from audits.auditing.summary import summarise
from audits.models.audit import Audit, AuditPage
from audits.models.let_through import Derogation
from audits.models.statement import AccessibilityStatement
from audits.statement.criteria import UnknownCriteria, statuses_of
from audits.statement.declaring import Declared, Ground, HumanAudit, MachineAudit, declare
from audits.statement.exempt_documents import exempt_documents
from audits.statement.let_through import Online, online, without_exempt

_A_DAY = 86_400


@dataclass(frozen=True)
class Statement:
    """Everything that the page shows, whatever is known and whatever is not."""

    site: Site
    facts: AccessibilityStatement
    declared: Declared
    human: HumanAudit | None
    machine: MachineAudit | None
    online: Online = Online()
    exempt_documents: tuple[str, ...] = ()

    @property
    def organisation(self) -> str:
        return self.facts.organisation or self.site.site_name or self.site.hostname

    @property
    def scope(self) -> str:
        return self.facts.scope or self.site.root_url

    @property
    def rgaa_version(self) -> str:
        return rgaa.load().version

    @property
    def is_audited(self) -> bool:
        return self.declared.ground is Ground.AUDITED

    @property
    def is_out_of_date(self) -> bool:
        return self.declared.ground is Ground.OUT_OF_DATE

    @property
    def percent(self) -> str:
        """The rate, never rounded up; empty while it is not known."""
        return "" if self.declared.rate is None else percent_rounded_down(self.declared.rate, 2)

    @property
    def failing(self) -> list[Criterion]:
        """The criteria that are not met, as far as is known, in official order."""
        found = (*(self.machine.failing if self.machine else ()), *self.online.not_met)
        known = self.declared.statuses or dict.fromkeys(found, Status.NC)
        return [criterion for number, criterion in rgaa.load().criteria.items() if known.get(number) == Status.NC]

    @property
    def lowered(self) -> list[Criterion]:
        """The criteria that the machine found failing since people found nothing wrong with them."""
        return [rgaa.load().criteria[number] for number in self.declared.lowered]

    @property
    def told_failures(self) -> list[str]:
        """What the audit in force found, in plain words."""
        return lines_of(self.facts.failures) if self.is_audited else []

    @property
    def exempt(self) -> list[str]:
        """What the law does not ask for: what the officer wrote, then the documents that are exempt one by one."""
        return [*lines_of(self.facts.exempt), *self.exempt_documents]

    @property
    def technologies(self) -> list[str]:
        return lines_of(self.facts.technologies)

    @property
    def environment(self) -> list[str]:
        return lines_of(self.facts.environment)

    @property
    def tools(self) -> list[str]:
        return lines_of(self.facts.tools)

    @property
    def audited_pages(self) -> list[str]:
        return lines_of(self.facts.audited_pages)


def lines_of(text: str) -> list[str]:
    """The lines of a text that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def facts_of(site: Site) -> AccessibilityStatement:
    """The officer's part; an empty one, not saved, while there is none. One query."""
    return AccessibilityStatement.objects.filter(site=site).first() or AccessibilityStatement(site=site)


def human_audit(facts: AccessibilityStatement) -> HumanAudit | None:
    """The audit by people that the officer declares; None unless it is told whole and its figures agree.

    The administration refuses figures that do not: what came by another way must neither break a page nor raise a
    state.
    """
    if not facts.audited_on or not facts.audited_by:
        return None
    try:
        statuses = statuses_of(facts.criteria_failed, facts.criteria_not_applicable)
    except UnknownCriteria:
        return None
    if list(statuses.values()).count(Status.C) != facts.criteria_met:
        return None
    return HumanAudit(facts.audited_on, facts.audited_by, statuses)


def machine_audit(site: Site, exempt: tuple[Derogation, ...] = ()) -> MachineAudit | None:
    """The last finished audit of the whole site by the machine, if it judged any page; exempt contents do not count."""
    judged = AuditPage.objects.filter(audit=OuterRef("pk"), state=AuditPage.State.DONE)
    finished = Audit.objects.filter(site=site, state=Audit.State.FINISHED, ended_at__isnull=False)
    whole = (
        audit
        for audit in finished.filter(Exists(judged)).order_by("-ended_at", "-pk")
        if audit.options.get("under", "/") == "/"
    )
    audit = next(whole, None)
    if audit is None:
        return None
    # A finished audit never changes, and summing it up reads every page of it.
    key = f"statement-{audit.pk}-{audit.ended_at.timestamp()}"
    pages, failing = cache.get_or_set(key, lambda: _found_by(audit), _A_DAY)
    failing = without_exempt(audit, failing, exempt) if exempt else failing
    return MachineAudit(timezone.localdate(audit.ended_at), pages, failing)


def _found_by(audit: Audit) -> tuple[int, dict[str, int]]:
    summary = summarise(audit)
    failing = {line.criterion.id: line.pages_failing for line in summary.criteria if line.status is Status.NC}
    return summary.done, failing


def statement_of(site: Site) -> Statement:
    """The whole statement of a site, as of today."""
    facts, shown = facts_of(site), online(site)
    human, machine = human_audit(facts), machine_audit(site, shown.exempt)
    declared = declare(human, machine, timezone.localdate(), shown.not_met)
    return Statement(site, facts, declared, human, machine, shown, exempt_documents(site))


def state_of(site: Site) -> LegalState:
    """What every page says of the site. One query while no audit by people is in force, the usual case."""
    human, today = human_audit(facts_of(site)), timezone.localdate()
    if human is None or not human.holds(today):
        return LegalState.NONE
    shown = online(site)
    return declare(human, machine_audit(site, shown.exempt), today, shown.not_met).state
