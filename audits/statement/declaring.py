"""The state of conformity that a site may declare, from the audits of people and of the machine.

Decree 2019-768 of 24 July 2019 and the order of 20 September 2019: all criteria, half of them or more, else « non
conforme », which is also the state of a site without an audit in force. A machine's audit lowers what people found,
and never raises it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction

from accessibility.outcome import LegalState, Status, conformity_rate, legal_state

YEARS_IN_FORCE = 3
"""How long an audit and a statement hold (order of 20 September 2019)."""


class Ground(StrEnum):
    """Why a site declares its state."""

    NEVER_AUDITED = "never audited"
    OUT_OF_DATE = "out of date"
    UNDECIDED = "undecided"
    AUDITED = "audited"


@dataclass(frozen=True)
class HumanAudit:
    """What people found: the day, who, and the status of each criterion over the sample."""

    on: date
    by: str
    statuses: Mapping[str, Status]

    @property
    def until(self) -> date:
        """The first day on which it no longer holds."""
        return years_later(self.on, YEARS_IN_FORCE)

    def holds(self, today: date) -> bool:
        """Whether a statement may rest on it."""
        return self.on <= today < self.until


@dataclass(frozen=True)
class MachineAudit:
    """What the machine found: the day, how many pages it judged, and on how many of them each criterion fails."""

    on: date
    pages: int
    failing: Mapping[str, int]


@dataclass(frozen=True)
class Declared:
    """The state that may be declared, why, and the rate where it is known.

    `statuses` is that of each criterion, empty without an audit in force; `lowered` names the criteria that people
    found conform, or not applicable, and that the machine found failing since.
    """

    state: LegalState
    ground: Ground
    rate: Fraction | None = None
    statuses: Mapping[str, Status] = field(default_factory=dict)
    lowered: tuple[str, ...] = ()


def declare(
    human: HumanAudit | None, machine: MachineAudit | None, today: date, let_through: Collection[str] = ()
) -> Declared:
    """The state that the evidence allows one to declare today.

    `let_through`: the criteria that are not met by what was published despite a defect.
    """
    if human is None or human.on > today:
        return Declared(LegalState.NONE, Ground.NEVER_AUDITED)
    if not human.holds(today):
        return Declared(LegalState.NONE, Ground.OUT_OF_DATE)
    failing = {*(machine.failing if machine and machine.on >= human.on else ()), *let_through}
    lowered = tuple(number for number, status in human.statuses.items() if number in failing and status != Status.NC)
    statuses = {**human.statuses, **dict.fromkeys(lowered, Status.NC)}
    rate = conformity_rate(statuses.values())
    ground = Ground.UNDECIDED if Status.NT in statuses.values() or not statuses else Ground.AUDITED
    return Declared(legal_state(rate), ground, rate, statuses, lowered)


def years_later(day: date, years: int) -> date:
    """The same day some years later; 1 March for a 29 February that does not exist then."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
