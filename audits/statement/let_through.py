"""What is online despite a defect: what the statement says of it, and what it makes of the criteria.

A laissez-passer changes nothing: its criteria are not met. A dérogation takes its content out of the criteria only
while it is in force and offers an accessible digital alternative; ended, it is a non-conformity like another.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from wagtail.models import Site

from audits.decisions.queries import online_let_throughs
from audits.models import Derogation, LaissezPasser
from audits.models.audit import Audit, AuditFinding


@dataclass(frozen=True)
class Online:
    """What visitors of a site meet, by the heading that it is listed under."""

    failures: tuple[LaissezPasser | Derogation, ...] = ()
    derogations: tuple[Derogation, ...] = ()

    @property
    def not_met(self) -> frozenset[str]:
        """The criteria that are not met because of it."""
        failing = (*self.failures, *(each for each in self.derogations if not each.alternative_is_digital))
        return frozenset(number for each in failing for number in each.criteria)

    @property
    def exempt(self) -> tuple[Derogation, ...]:
        """Those whose content does not count."""
        return tuple(each for each in self.derogations if each.alternative_is_digital)


def online(site: Site) -> Online:
    """What is online on a site with a let-through, as of today. Two queries."""
    passes, derogations = online_let_throughs(site)
    in_force = tuple(each for each in derogations if each.is_in_force)
    return Online((*passes, *(each for each in derogations if not each.is_in_force)), in_force)


def without_exempt(audit: Audit, failing: Mapping[str, int], exempt: tuple[Derogation, ...]) -> dict[str, int]:
    """The criteria that an audit finds failing, less those that fail by exempt contents alone."""
    derogated = {(each.page_id, each.rule, each.element) for each in exempt}
    concerned = {number for each in exempt for number in each.criteria}
    return {
        number: pages
        for number, pages in failing.items()
        if number not in concerned or _fails_otherwise(audit, number, derogated)
    }


def _fails_otherwise(audit: Audit, criterion: str, derogated: set[tuple[int, str, str]]) -> bool:
    findings = AuditFinding.objects.filter(
        page__audit=audit, verdict=AuditFinding.Verdict.FAIL, tests__contains=f",{criterion}."
    )
    found = set(findings.values_list("page__wagtail_page_id", "rule", "component"))
    return not found or not found <= derogated
