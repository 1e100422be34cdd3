"""What a rule is, how it is found and how it is applied to a page."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import cache

from accessibility.findings import Finding
from accessibility.outcome import Verdict
from accessibility.page.model import Node, Page
from accessibility.page.selectors import excerpt, selector_path
from accessibility.page.sight import Sight
from accessibility.rules.discovery import rules_in


class Answer(Enum):
    """What an expectation says of one node."""

    MEETS = "meets"
    FAILS = "fails"
    A_PERSON_MUST_LOOK = "a person must look"


@dataclass(frozen=True)
class Rule:
    """One defect, declared: which RGAA tests it speaks of, which nodes it concerns, what is expected of them.

    `decides`: the tests that it decides whole, for every kind of element that the test names: no applicable node
    means inapplicable, all nodes meeting means passed. `fails`: the tests in which it only finds defects. `asks`: the
    tests for which it only hands elements to a person.
    `tests_of` narrows a finding to the tests that concern the node; by default all those declared.
    A rule with `needs_rendering` is not applied in static mode. Where `styles_matter`, a defect seen in a source
    whose style sheets or scripts were not run is a question to a person. `sight`: what must have been seen for its
    decision to stand (for `inapplicable`, no script may add to it either, unless only the document is concerned).
    `reads`: the fact of the page that a probe brings, without which nothing can be said (`strained`, `tab_walk`…).
    `act`: identifiers of the W3C's ACT rules that it implements.
    `message` and `fix` are French sentences for an editor; they may be built from the node.
    """

    applicability: Callable[[Page], Iterable[Node]]
    expectation: Callable[[Node, Page], Answer]
    message: str | Callable[[Node, Page], str]
    fix: str | Callable[[Node, Page], str]
    decides: tuple[str, ...] = ()
    fails: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    tests_of: Callable[[Node], tuple[str, ...]] | None = None
    review_message: str | Callable[[Node, Page], str] = ""
    needs_rendering: bool = False
    styles_matter: bool = False
    sight: Sight = Sight.WHOLE
    reads: str = ""
    act: tuple[str, ...] = ()
    id: str = field(default="", compare=False)

    @property
    def tests(self) -> tuple[str, ...]:
        return self.decides + self.fails + self.asks

    def can_judge(self, page: Page) -> bool:
        """Whether the page was rendered, and probed, as far as the rule needs it."""
        return (page.rendered or not self.needs_rendering) and not (self.reads and getattr(page, self.reads) is None)

    def apply(self, page: Page) -> "RuleResult":
        """Apply the rule to every node it concerns."""
        findings: list[Finding] = []
        applied = False
        for node in self.applicability(page):
            applied = True
            answer = self.expectation(node, page)
            if answer is Answer.FAILS and self.styles_matter and page.styles_are_unknown:
                answer = Answer.A_PERSON_MUST_LOOK
            if answer is not Answer.MEETS:
                findings.append(self._finding(node, page, answer))
        return RuleResult(self, applied, findings)

    def _finding(self, node: Node, page: Page, answer: Answer) -> Finding:
        failed = answer is Answer.FAILS
        message = self.message if failed else self.review_message or self.message
        return Finding(
            rgaa=self.tests_of(node) if self.tests_of else self.tests,
            rule=self.id,
            verdict=Verdict.FAIL if failed else Verdict.REVIEW,
            source="rule",
            act=self.act,
            targets=selector_path(node),
            html=excerpt(node),
            message=message if isinstance(message, str) else message(node, page),
            fix=self.fix if isinstance(self.fix, str) else self.fix(node, page),
            node=node,
        )


def a_person_must_look(node: Node, page: Page) -> Answer:
    """The expectation of a rule that only finds the elements for a person to judge."""
    return Answer.A_PERSON_MUST_LOOK


@dataclass(frozen=True)
class RuleResult:
    """What one rule said of one page."""

    rule: Rule
    applied: bool
    findings: list[Finding]


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule over one page, in the order of their identifiers."""
    return tuple(rules_in("accessibility.rules"))
