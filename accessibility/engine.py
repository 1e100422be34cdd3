"""Page in, report out."""

import hashlib
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from accessibility import __version__, axe, limits, rgaa
from accessibility.browser import Browser
from accessibility.findings import Finding
from accessibility.outcome import Outcome, Verdict, outcome_of_test, strongest
from accessibility.page.model import Page
from accessibility.page.provenance import with_provenance
from accessibility.page.sight import Sight, has_scripts, may_change_by_itself, sees
from accessibility.page.static import page_from_source
from accessibility.page.table import page_from_probes
from accessibility.page_errors import NotAPage, PageError
from accessibility.probes.all_probes import Probing, probe
from accessibility.probes.node_table import node_table
from accessibility.report import PageReport
from accessibility.rules import RuleResult, all_rules
from accessibility.state_findings import findings_in_states
from accessibility.subjects import absent_tests
from accessibility.window import Window

_WEB_PAGES = ("text/html", "application/xhtml+xml", "image/svg+xml", "application/xml", "text/xml")


class Stopwatch:
    """Milliseconds by stage."""

    def __init__(self) -> None:
        self._start = self._last = time.monotonic()
        self.ms: dict[str, int] = {}

    def lap(self, stage: str) -> None:
        """Add the time since the last lap to a stage."""
        now = time.monotonic()
        self.ms[stage] = self.ms.get(stage, 0) + round((now - self._last) * 1000)
        self._last = now
        self.ms["total"] = round((now - self._start) * 1000)


def check_url(browser: Browser, url: str, *, probing: Probing = Probing.ALL) -> PageReport:
    """Load a page in a fresh window, judge and probe it. Raises PageError when it cannot be checked."""
    watch = Stopwatch()
    with browser.window() as window:
        window.navigate(url)
        limits.check_source(window.size())
        return judge_window(window, watch, source=window.source(), probing=probing)


def check_source(source: str, url: str, *, status: int | None = None) -> PageReport:
    """Judge a page from its source alone, without a browser: fewer outcomes, the same certainty."""
    watch = Stopwatch()
    limits.check_source(len(source))
    page = page_from_source(source, url, status=status)
    watch.lap("parse")
    return report_on(page, [], watch)


def judge_window(
    window: Window, watch: Stopwatch, *, source: str, probing: Probing, must_settle: bool = False
) -> PageReport:
    """Judge what a window shows now. Raises PageError when it `must_settle` and never stops changing."""
    if not is_still(window, source) and must_settle:
        raise PageError("the page never stops changing by itself")
    watch.lap("navigate")
    return judge_reading(window, watch, read_window(window, source), probing)


def is_still(window: Window, source: str) -> bool:
    """Wait for a document that may change by itself; whether it has stopped. Raises PageError."""
    return not may_change_by_itself(source) or window.settle()


@dataclass(frozen=True)
class Reading:
    """A page as it was read, before axe and before anything moves it.

    `answers`: what the probe said of the document of each frame; `offsets`: where its table begins in the page's.
    """

    page: Page
    answers: dict[str, dict[str, Any]]
    offsets: dict[str, int]


def read_window(window: Window, source: str) -> Reading:
    """Bring back the node table of a window, frames included. Raises PageError."""
    window.finish_motion(window.main_frame)
    answers = {window.main_frame: node_table(window, window.main_frame)}
    main = answers[window.main_frame]
    if main["type"] not in _WEB_PAGES:
        raise NotAPage(f"not a web page ({main['type']})")
    offsets = {window.main_frame: 0}
    size = len(main["nodes"])
    grafts: dict[int, dict] = {}
    unseen = []
    for frame, parent in window.frames():
        if len(answers) > limits.MOST_FRAMES:
            unseen.append("more frames than are read")
            break
        position = window.host_position(frame, parent) if parent in offsets else None
        if position is None or not window.is_whole(frame):
            unseen.append("frame out of reach, or not whole")
            continue
        window.finish_motion(frame)
        answers[frame] = node_table(window, frame, nodes_before=size)
        grafts[offsets[parent] + position] = answers[frame]
        offsets[frame] = size
        size += len(answers[frame]["nodes"])
    page = page_from_probes(main, grafts, source=source, unseen=tuple(unseen))
    unread = [host for host in page.select("iframe", "frame") if not any(c.tag == "#document" for c in host.children)]
    page.opaque += tuple("frame of another site" for _ in unread)
    return Reading(page, answers, offsets)


def judge_reading(window: Window, watch: Stopwatch, reading: Reading, probing: Probing = Probing.ALL) -> PageReport:
    """Judge a page that was just read, with axe and by moving it in the window that still shows it."""
    page = reading.page
    if _may_hide_elements(page) and window.count_elements() > sum(node.is_element for node in page.nodes):
        page.opaque += ("closed shadow root",)
    with ThreadPoolExecutor(1, thread_name_prefix="axe") as beside:
        asked = beside.submit(_run_axe, window, reading.offsets)
        applied = [rule.apply(page) for rule in all_rules() if not rule.reads and rule.can_judge(page)]
        answers = asked.result()
    found = []
    for frame, results in answers.items():
        offset = reading.offsets[frame]
        found += axe.findings(results, page.nodes[offset : offset + len(reading.answers[frame]["nodes"])])
    watch.lap("axe")
    probe(window, page, reading.offsets, probing, watch.lap)
    leave(window, page)
    return report_on(page, found, watch, applied)


def leave(window: Window, page: Page) -> None:
    """Let the next page have the tab of one that ran nothing in it, and so left nothing there."""
    if not may_change_by_itself(page.source) and not has_scripts(page):
        window.leave_clean(at_hand=axe.script())


def _run_axe(window: Window, frames: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """What axe says of each frame. It works in the browser: the rules that read no probe are applied meanwhile."""
    return {frame: axe.run(window, frame, is_page=frame == window.main_frame) for frame in frames}


def _may_hide_elements(page: Page) -> bool:
    """A closed shadow root comes from a script, or is declared in a source: this page's, or a frame's, unknown here."""
    return has_scripts(page) or len(page.documents) > 1 or "shadowrootmode" in page.source.lower()


def report_on(
    page: Page, axe_findings: list[Finding], watch: Stopwatch, applied: Iterable[RuleResult] = ()
) -> PageReport:
    """Apply those of our own rules that are not `applied` yet, put both sources together, decide the 258 tests."""
    known = {result.rule.id: result for result in applied}
    results = [known.get(rule.id) or rule.apply(page) for rule in all_rules() if rule.can_judge(page)]
    own = [finding for result in results for finding in result.findings]
    own += list(findings_in_states(page, own))
    found = with_provenance(without_settled_questions(without_doubles(own, axe_findings)), page)
    outcomes = decide(page, results, found)
    tests = {test.id: strongest(outcomes[source] for source in test.sources) for test in rgaa.load().tests.values()}
    watch.lap("rules")
    return PageReport(page.url, page.status, page.title, versions(), tests, in_force(found), watch.ms)


def in_force(found: Iterable[Finding]) -> list[Finding]:
    """The findings in the numbers of the version in force, without those that break no test of it."""
    numbered = (replace(finding, rgaa=rgaa.load().standing_for(finding.rgaa)) for finding in found)
    return [finding for finding in numbered if finding.rgaa]


def without_doubles(own: Iterable[Finding], axe_findings: Iterable[Finding]) -> list[Finding]:
    """One defect is said once: axe's finding goes when one of ours says the same of the same element and test."""
    kept = list(own)
    failures_last = sorted(kept, key=lambda finding: finding.verdict is Verdict.FAIL)
    said = {(finding.targets, test): finding.verdict for finding in failures_last for test in finding.rgaa}
    for finding in axe_findings:
        verdicts = {said.get((finding.targets, test)) for test in finding.rgaa}
        if Verdict.FAIL in verdicts or (finding.verdict is Verdict.REVIEW and Verdict.REVIEW in verdicts):
            continue
        kept.append(finding)
    return kept


def without_settled_questions(found: Iterable[Finding]) -> list[Finding]:
    """A person is asked about a test on an element once, by the narrowest question, and not when it failed there."""
    found = list(found)
    settled = {(finding.targets, test) for finding in found if finding.verdict is Verdict.FAIL for test in finding.rgaa}
    open_tests: dict[int, tuple[str, ...]] = {}
    for position, finding in sorted(enumerate(found), key=lambda item: len(item[1].rgaa)):
        if finding.verdict is Verdict.REVIEW:
            asked = tuple(test for test in finding.rgaa if (finding.targets, test) not in settled)
            settled |= {(finding.targets, test) for test in asked}
            open_tests[position] = asked
    return [
        finding if left == finding.rgaa else replace(finding, rgaa=left)
        for position, finding in enumerate(found)
        if (left := open_tests.get(position, finding.rgaa))
    ]


def decide(page: Page, results: Iterable[RuleResult], found: Iterable[Finding]) -> dict[str, Outcome]:
    """The outcome of every test of the version in force on this page, in the numbers of the rules."""
    failed = {test for finding in found if finding.verdict is Verdict.FAIL for test in finding.rgaa}
    to_review = {test for finding in found if finding.verdict is Verdict.REVIEW for test in finding.rgaa}
    reference = rgaa.load()
    results = list(results)
    standing = [result for result in results if _decision_stands(result, page)]
    decided = {test for result in standing if result.applied for test in result.rule.decides}
    not_applied = {test for result in standing if not result.applied for test in result.rule.decides}
    absent = absent_tests(page) | not_applied - decided
    return {
        test: outcome_of_test(
            failed=test in failed,
            to_review=test in to_review,
            absent=test in absent,
            decided=test in decided,
            needs_several_pages=test in reference.multi_page_tests,
        )
        for number in reference.tests
        for test in reference.tests[number].sources
    }


def _decision_stands(result: RuleResult, page: Page) -> bool:
    """Whether enough of the page was seen for what a rule decides. A defect that it found stands in any case."""
    sight = result.rule.sight
    if sight is Sight.WHOLE and not result.applied:
        sight = Sight.LASTING
    return sees(page, sight) and not (result.rule.styles_matter and page.styles_are_unknown)


def versions() -> dict[str, str]:
    """Versions of what judges: the reference, the engine and axe."""
    return {"rgaa": rgaa.load().version, "engine": __version__, "axe": axe.version()}


@cache
def fingerprint() -> str:
    """A hash of everything that decides a verdict, so that a stored verdict dies with the engine that gave it."""
    digest = hashlib.sha256(f"{axe.script()}{version('py3langid')}{rgaa.load().version}".encode())
    folder = Path(__file__).parent
    for file in sorted(folder.rglob("*")):
        if file.suffix in (".py", ".js", ".json"):
            digest.update(str(file.relative_to(folder)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()
