"""The pages of a site compared: what is found on each, and the outcomes that this gives it."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, field, replace

from accessibility import rgaa
from accessibility.engine import in_force
from accessibility.findings import Finding
from accessibility.outcome import Outcome, Verdict, strongest
from accessibility.several_pages.absences import absent_tests
from accessibility.several_pages.base import all_several_pages_rules
from accessibility.several_pages.site import Site


@dataclass
class Compared:
    """What the comparison says of one page. `tests`: only those of which it says something."""

    findings: list[Finding] = field(default_factory=list)
    tests: dict[str, Outcome] = field(default_factory=dict)


def compare(site: Site) -> dict[Hashable, Compared]:
    """By key of a page, what the comparison says of it; pages of which it says nothing are left out."""
    compared: dict[Hashable, Compared] = defaultdict(Compared)
    for rule in all_several_pages_rules():
        for page, remark in rule.look(site):
            if remark is not None:
                compared[page.key].findings.append(rule.finding(page, remark))
    for page in site.pages:
        if absent := absent_tests(page, site):
            compared[page.key].tests = dict.fromkeys(sorted(absent), Outcome.INAPPLICABLE)
    for said in compared.values():
        _decide(said)
    return dict(compared)


def _decide(said: Compared) -> None:
    """A defect settles its tests: nobody is asked about them any more."""
    failed = {test for one in said.findings if one.verdict is Verdict.FAIL for test in one.rgaa}
    kept = []
    for one in said.findings:
        if one.verdict is Verdict.REVIEW:
            one = replace(one, rgaa=tuple(test for test in one.rgaa if test not in failed))
            said.tests |= dict.fromkeys(one.rgaa, Outcome.CANT_TELL)
        if one.rgaa:
            kept.append(one)
    said.findings = in_force(kept)
    said.tests = _in_force(said.tests | dict.fromkeys(sorted(failed), Outcome.FAILED))


def _in_force(tests: dict[str, Outcome]) -> dict[str, Outcome]:
    """The outcomes in the numbers of the version of the RGAA in force."""
    found = {
        test.id: strongest(tests.get(source, Outcome.UNTESTED) for source in test.sources)
        for test in rgaa.load().tests.values()
        if not tests.keys().isdisjoint(test.sources)
    }
    return {test: outcome for test, outcome in found.items() if outcome is not Outcome.UNTESTED}
