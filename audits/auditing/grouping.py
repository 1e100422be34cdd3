"""The same defect on the same piece of code over many pages, said once.

Two findings are of one group when they have the same rule, the same verdict and the same component: the code, without
the identifiers that a program gives (audits/models/component.py). The engine writes the code in a normal form
(attributes written anew, white space folded: accessibility/page/selectors.py). Selectors are left out: a component
moves from page to page. Findings about the page itself have no code, and so make one group for each rule.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Case, Count, F, IntegerField, Min, Q, QuerySet, Value, When, Window
from django.db.models.functions import RowNumber

from audits.auditing.queries import findings_of, findings_to_show
from audits.auditing.summary import RuleLine
from audits.models.audit import Audit, AuditFinding, AuditPage

PAGES_SHOWN = 3
_KEY = ("verdict", "rule", "component")


@dataclass(frozen=True)
class Group:
    """One group: a finding that stands for all, how many there are, on how many pages, and the first of these."""

    example: AuditFinding
    findings: int
    pages: int
    first_pages: list[AuditPage] = field(default_factory=list)

    @property
    def other_pages(self) -> int:
        """How many pages are not among the first."""
        return self.pages - len(self.first_pages)


def groups_of(findings: QuerySet[AuditFinding], rules: Iterable[RuleLine]) -> QuerySet:
    """The groups of these findings as rows: rules in the order given, and in each the most spread first."""
    order = [When(rule=line.rule, verdict=line.verdict, then=Value(rank)) for rank, line in enumerate(rules)]
    rank = Case(*order, default=Value(len(order)), output_field=IntegerField()) if order else Value(0)
    return (
        findings.order_by()
        .values(*_KEY)
        .annotate(rank=rank, findings=Count("pk"), pages=Count("page", distinct=True), first=Min("pk"))
        .order_by("rank", "-pages", "-findings", "first")
    )


def with_examples(audit: Audit, rows: list[dict]) -> list[Group]:
    """The groups of some rows of `groups_of`, to be shown. Two queries however many there are."""
    examples = findings_to_show().in_bulk([row["first"] for row in rows])
    first_pages = _first_pages(audit, rows)
    return [
        Group(examples[row["first"]], row["findings"], row["pages"], first_pages[_key(row)])
        for row in rows
        if row["first"] in examples
    ]


def alike(findings: QuerySet[AuditFinding], example: AuditFinding) -> QuerySet[AuditFinding]:
    """The findings of the group of an example."""
    return findings.filter(verdict=example.verdict, rule=example.rule, component=example.component)


def _key(row: dict) -> tuple:
    return tuple(row[name] for name in _KEY)


def _first_pages(audit: Audit, rows: list[dict]) -> dict[tuple, list[AuditPage]]:
    found: dict[tuple, list[AuditPage]] = defaultdict(list)
    if not rows:
        return found
    wanted = Q(pk__in=[])
    for row in rows:
        wanted |= Q(verdict=row["verdict"], rule=row["rule"], component=row["component"])
    pages = (
        findings_of(audit)
        .filter(wanted)
        .order_by()
        .values(*_KEY, "page_id", title=F("page__title"), address=F("page__address"))
        .annotate(least=Min("pk"))
        .annotate(place=Window(RowNumber(), partition_by=[F(name) for name in _KEY], order_by=F("page_id").asc()))
        .filter(place__lte=PAGES_SHOWN)
        .order_by("page_id")
    )
    for row in pages:
        found[_key(row)].append(AuditPage(pk=row["page_id"], title=row["title"], address=row["address"]))
    return found
