"""What the engine does of each test of the RGAA: declared by the rules, read from them, never written by hand."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from accessibility import rgaa
from accessibility.axe_tags import CORRECTIONS
from accessibility.rgaa import RgaaTest
from accessibility.rules import all_rules
from accessibility.several_pages import absences, all_several_pages_rules
from accessibility.subjects import SUBJECTS


class Method(StrEnum):
    """The most that the engine says of a test. Whatever it is, a doubt is a person's to settle."""

    DECIDED = "décidé"
    FAILS_ONLY = "échecs seulement"
    INAPPLICABILITY_ONLY = "non-applicabilité seulement"
    ASSISTED = "assisté"
    SEVERAL_PAGES = "sur plusieurs pages"
    PERSON = "à une personne"


@dataclass
class Coverage:
    """What is done of one test: the rules that fail it (`axe-…` for axe's), that decide it whole, that hand elements
    to a person; and whether its subject may be proven absent."""

    test: RgaaTest
    failing: list[str] = field(default_factory=list)
    deciding: list[str] = field(default_factory=list)
    asking: list[str] = field(default_factory=list)
    absence: bool = False

    @property
    def method(self) -> Method:
        """The most that is said."""
        if self.deciding:
            return Method.DECIDED
        if self.failing:
            return Method.FAILS_ONLY
        if self.asking:
            return Method.ASSISTED
        if self.absence:
            return Method.INAPPLICABILITY_ONLY
        return Method.SEVERAL_PAGES if self.test.id in rgaa.MULTI_PAGE_TESTS else Method.PERSON


def coverage(tests_of_axe: Mapping[str, tuple[str, ...]]) -> dict[str, Coverage]:
    """By number, what is done of each of the 258 tests. `tests_of_axe`: what axe.tests_of_rules says."""
    covered = {number: Coverage(test) for number, test in rgaa.load(rgaa.OF_THE_RULES).tests.items()}
    for rule in (*all_rules(), *all_several_pages_rules()):
        for number in rule.decides:
            covered[number].deciding.append(rule.id)
            covered[number].absence = True
        for number in rule.decides + rule.fails:
            covered[number].failing.append(rule.id)
        for number in rule.asks:
            covered[number].asking.append(rule.id)
    for number in absences.TESTS:
        covered[number].absence = True
    for name, numbers in sorted(tests_of_axe.items()):
        correction = CORRECTIONS.get(name)
        only_asks = correction is not None and correction.fails is False
        for number in numbers:
            (covered[number].asking if only_asks else covered[number].failing).append(f"axe-{name}")
    for subject in SUBJECTS:
        for number in subject.tests.split():
            covered[number].absence = True
    return covered
