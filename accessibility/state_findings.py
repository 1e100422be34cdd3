"""What the rules say of what controls open, beyond what they say of the page at rest (ADR 0022).

Only of elements that are to be seen in the state and were not at rest, and only by the rules that do not measure how
things look: what opens may still be moving or fading in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from accessibility.findings import Finding
from accessibility.outcome import Verdict
from accessibility.page.model import Page
from accessibility.page.names import accessible_name
from accessibility.page.opened_state import OpenedState
from accessibility.page.text import quote, squash
from accessibility.rules import all_rules


def findings_in_states(page: Page, at_rest: Iterable[Finding]) -> Iterator[Finding]:
    """The findings of each state, but for what was said as firmly of the page at rest or of a state before it."""
    said = {(finding.rule, finding.targets, finding.verdict) for finding in at_rest}
    for state in page.opened:
        for finding in _findings(state, page):
            if said.isdisjoint((finding.rule, finding.targets, verdict) for verdict in (Verdict.FAIL, finding.verdict)):
                said.add((finding.rule, finding.targets, finding.verdict))
                yield replace(finding, message=f"{finding.message} {_when(state, page)}")


def _findings(state: OpenedState, at_rest: Page) -> Iterator[Finding]:
    for rule in all_rules():
        if rule.needs_rendering or not rule.can_judge(state.page):
            continue
        for finding in rule.apply(state.page).findings:
            if finding.node is not None and state.shows(finding.node, at_rest):
                yield replace(finding, node=at_rest.nodes[finding.node.index])


def _when(state: OpenedState, page: Page) -> str:
    name = squash(accessible_name(state.control, page).text)
    return f"Cela se voit quand on active {quote(name) if name else 'un bouton sans nom'}."
