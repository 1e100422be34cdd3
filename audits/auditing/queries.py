"""Reads of audits."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.db.models import Count, Q, QuerySet
from wagtail.models import Site

from accessibility import rgaa
from accessibility.addresses import Scope
from accessibility.crawler import Progress, Target
from accessibility.rgaa import Reference
from audits.auditing.runner import lives
from audits.models.audit import Audit, AuditFinding, AuditPage

_COUNTED = (AuditPage.State.DONE, AuditPage.State.ERROR)


def site_of(address: str) -> Site | None:
    """The Wagtail site that an address is on, when it is one of ours."""
    scope = Scope.around(address)
    port = scope.port or {"http": 80, "https": 443}[urlsplit(address).scheme]
    sites = Site.objects.filter(hostname=scope.host)
    return sites.filter(port=port).first() or (sites.first() if not scope.port else None)


def default_start_url() -> str:
    """The address of the default site; empty when there is none."""
    site = Site.objects.filter(is_default_site=True).first()
    return f"{site.root_url}/" if site else ""


def progress_of(audit: Audit) -> Progress:
    """Where the audit stands, for a crawl to go on with."""
    pages = audit.pages.order_by("depth", "pk")
    waiting = pages.filter(state=AuditPage.State.WAITING).values_list("address", "depth", "found_on")
    return Progress(
        known=_every_address(audit),
        waiting=[Target(*row) for row in waiting],
        judged=list(pages.filter(state=AuditPage.State.DONE).values_list("final_url", "digest")),
        counted=pages.filter(state__in=_COUNTED).count(),
    )


def _every_address(audit: Audit) -> Iterable[str]:
    return {address for row in audit.pages.values_list("address", "final_url") for address in row if address}


def audits_with_counts() -> QuerySet[Audit]:
    """The audits with the numbers of their pages judged (`done`) and lost (`lost`), the latest first."""
    return Audit.objects.select_related("site").annotate(
        done=Count("pages", filter=Q(pages__state=AuditPage.State.DONE)),
        lost=Count("pages", filter=Q(pages__state=AuditPage.State.ERROR)),
    )


def counts_of(audit: Audit) -> dict[str, int]:
    """How many addresses of the audit are in each state."""
    counted = dict(audit.pages.order_by().values_list("state").annotate(Count("pk")))
    return {state: counted.get(state, 0) for state in AuditPage.State.values}


def is_stalled(audit: Audit) -> bool:
    """Whether the audit is said to run while its process is dead: it can be resumed."""
    return audit.state == Audit.State.RUNNING and not lives(audit.runner)


def reference_of(audit: Audit) -> Reference:
    """The version of the RGAA that an audit was made with; today's for one that does not say."""
    return rgaa.load(audit.versions["rgaa"]) if "rgaa" in audit.versions else rgaa.load()


def findings_of(audit: Audit) -> QuerySet[AuditFinding]:
    """The findings of an audit with their pages, in the order of the pages."""
    return findings_to_show().filter(page__audit=audit).order_by("page_id", "pk")


def findings_to_show() -> QuerySet[AuditFinding]:
    """The findings of every audit, with their pages and the sizes of their pictures."""
    return AuditFinding.objects.select_related("page", "screenshot").defer("screenshot__image")
