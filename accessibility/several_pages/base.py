"""What a rule over several pages is, and how it is found."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import ClassVar

from accessibility.findings import Finding
from accessibility.outcome import Verdict
from accessibility.rules.discovery import rules_in
from accessibility.several_pages.site import Site, SitePage
from accessibility.several_pages.traits import Part


@dataclass(frozen=True)
class Remark:
    """What a rule says of an element of a page, or of the page itself without a `part`.

    `message`: a French sentence, with the evidence. `certain`: it is a defect; else a person must look. `tests`: those
    of the rule that it is about, all by default.
    """

    message: str
    certain: bool = True
    part: Part | None = None
    tests: tuple[str, ...] = ()


Look = Callable[[Site], Iterable[tuple[SitePage, Remark | None]]]


@dataclass(frozen=True)
class SeveralPagesRule:
    """One defect that shows when pages of a site are compared. It never decides a whole test.

    `look`: each page that the rule concerns, with what is to be said of it, None when nothing is. `fails`: the tests in
    which it finds defects, `asks`: those that it only hands to a person. `fix`: the remedy, in French.
    """

    look: Look
    fix: str
    fails: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    id: str = field(default="", compare=False)
    decides: ClassVar[tuple[str, ...]] = ()

    @property
    def tests(self) -> tuple[str, ...]:
        return self.fails + self.asks

    def finding(self, page: SitePage, remark: Remark) -> Finding:
        """What the rule found, as any other rule's."""
        part = remark.part or Part(("html",), page.traits.html)
        return Finding(
            rgaa=remark.tests or self.tests,
            rule=self.id,
            verdict=Verdict.FAIL if remark.certain else Verdict.REVIEW,
            source="rule",
            targets=part.targets,
            html=part.html,
            message=remark.message,
            fix=self.fix,
        )


@cache
def all_several_pages_rules() -> tuple[SeveralPagesRule, ...]:
    """Every rule over several pages, in the order of their identifiers."""
    return tuple(rules_in("accessibility.several_pages"))
