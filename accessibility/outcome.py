"""The vocabulary of verdicts (EARL outcomes, RGAA statuses) and how they combine.

Everything here is a pure function of its arguments: from the answers of the rules to the outcome of a test, from
tests to the status of a criterion, from pages to a sample, from statuses to the legal rate.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Outcome(StrEnum):
    """Outcome of an RGAA test on a page, in the words of EARL 1.0."""

    FAILED = "failed"
    CANT_TELL = "cantTell"
    PASSED = "passed"
    INAPPLICABLE = "inapplicable"
    UNTESTED = "untested"


class Status(StrEnum):
    """Status of an RGAA criterion, on a page or over a sample."""

    NC = "NC"
    NT = "NT"
    C = "C"
    NA = "NA"


class LegalState(StrEnum):
    """What a site must print of itself (decree of 24 July 2019): « Accessibilité : … »."""

    FULL = "totalement conforme"
    PARTIAL = "partiellement conforme"
    NONE = "non conforme"


class Verdict(StrEnum):
    """What a finding says: a certain defect, or elements that a person must look at."""

    FAIL = "fail"
    REVIEW = "review"


_STRONGEST_FIRST = (Outcome.FAILED, Outcome.CANT_TELL, Outcome.UNTESTED, Outcome.PASSED, Outcome.INAPPLICABLE)


def strongest(outcomes: Iterable[Outcome]) -> Outcome:
    """Combine several outcomes of one test: failed > cantTell > (untested >) passed > inapplicable."""
    present = set(outcomes)
    return next((outcome for outcome in _STRONGEST_FIRST if outcome in present), Outcome.UNTESTED)


def outcome_of_test(
    *, failed: bool, to_review: bool, absent: bool, decided: bool, needs_several_pages: bool = False
) -> Outcome:
    """Outcome of one test on one page.

    `absent`: the subject of the test is proven absent from the page. `decided`: a rule that decides the whole test
    met every element it names and found no defect. A rule that only looks for defects and found none proves nothing.
    """
    if failed:
        return Outcome.FAILED
    if needs_several_pages:
        return Outcome.UNTESTED
    if to_review:
        return Outcome.CANT_TELL
    if absent:
        return Outcome.INAPPLICABLE
    return Outcome.PASSED if decided else Outcome.CANT_TELL


def status_of_criterion(outcomes: Iterable[Outcome]) -> Status:
    """Status of a criterion on a page from the outcomes of all its tests, decided by machine or by a person."""
    present = set(outcomes)
    if Outcome.FAILED in present:
        return Status.NC
    if not present or present & {Outcome.CANT_TELL, Outcome.UNTESTED}:
        return Status.NT
    return Status.C if Outcome.PASSED in present else Status.NA


def status_over_sample(statuses: Iterable[Status]) -> Status:
    """Status of a criterion over a sample of pages: NC, else NT, else C, else NA."""
    present = set(statuses)
    return next((status for status in Status if status in present), Status.NT)


def under_process_rule(pages: Mapping[str, Status], processes: Iterable[Collection[str]]) -> dict[str, Status]:
    """Statuses of one criterion by page, once processes count as wholes.

    `processes`: the pages of each. A criterion that is met on a page of a process is met there only if it is on all its
    pages (method of the RGAA; WCAG 2, conformance requirement 3): one of them NC makes it NC, one NT leaves it NT.
    """
    processes = [set(process) for process in processes]
    after = dict(pages)
    for page, status in pages.items():
        if status is Status.C:
            together = {other for process in processes if page in process for other in process}
            after[page] = status_over_sample({status, *(pages[other] for other in together)})
    return after


@dataclass(frozen=True)
class RateBounds:
    """Between which rates the final rate must lie while criteria remain untested (fractions of 1)."""

    lowest: Fraction
    highest: Fraction


def conformity_rate(statuses: Iterable[Status]) -> Fraction | None:
    """C / (C + NC), the legal rate; None while a criterion is NT or when nothing applies."""
    counts = _count(statuses)
    applicable = counts[Status.C] + counts[Status.NC]
    return None if counts[Status.NT] or not applicable else Fraction(counts[Status.C], applicable)


def legal_state(rate: Fraction | None) -> LegalState:
    """The state that a rate allows one to declare: all, half or more of the criteria. Without a rate, none."""
    if rate is None or rate < Fraction(1, 2):
        return LegalState.NONE
    return LegalState.FULL if rate == 1 else LegalState.PARTIAL


def rate_bounds(statuses: Iterable[Status]) -> RateBounds | None:
    """Bounds of the rate whatever a person decides of the NT criteria; None when nothing may apply."""
    counts = _count(statuses)
    conform, failed, open_ = counts[Status.C], counts[Status.NC], counts[Status.NT]
    if not conform + failed + open_:
        return None
    lowest = Fraction(conform, conform + failed + open_)
    highest = Fraction(conform + open_, conform + failed + open_)
    return RateBounds(lowest, highest)


def percent_rounded_down(rate: Fraction, decimals: int = 0) -> str:
    """The rate as a French percentage that is never rounded up: 49.99 % stays under 50 %."""
    scale = 10**decimals
    whole, rest = divmod(int(rate * 100 * scale), scale)
    return f"{whole},{rest:0{decimals}d}" if decimals else str(whole)


def _count(statuses: Iterable[Status]) -> dict[Status, int]:
    counts = dict.fromkeys(Status, 0)
    for status in statuses:
        counts[status] += 1
    return counts
