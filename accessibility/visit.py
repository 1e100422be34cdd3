"""One page of a crawl: visited, judged, or passed over with a reason."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from accessibility import limits
from accessibility.addresses import canonical
from accessibility.browser import Browser
from accessibility.engine import Stopwatch, is_still, judge_reading, read_window
from accessibility.frontier import Target
from accessibility.inputs import digest_of_inputs, with_documents
from accessibility.linked_documents.documents import Documents
from accessibility.linked_documents.of_page import DocumentsOfPage
from accessibility.page.outgoing import outgoing_links
from accessibility.page.sign_out import sign_out_links
from accessibility.page_errors import NotAPage, PageError
from accessibility.report import PageReport
from accessibility.screenshots import Screenshot, screenshots_of
from accessibility.several_pages import PageTraits, traits_of
from accessibility.window import Window

_STATUS = "performance.getEntriesByType('navigation')[0]?.responseStatus || null"


class VisitState(StrEnum):
    """What became of an address: judged, could not be, or not a page of its own."""

    DONE = "done"
    ERROR = "error"
    SKIPPED = "skipped"


Objection = Callable[[Target, str, str], str]


@dataclass(frozen=True)
class Visit:
    """What a crawl brings back of one address.

    `url`: where it led after redirects. `reason`: why it was not judged. `digest`: SHA-256 of the source, to
    know the same page elsewhere. `inputs`: digest of all that its verdict depends on, empty when that is not known;
    `unchanged`: it is that of an earlier verdict, and the page was not judged again. `ms`: milliseconds in all.
    `screenshots`: by position of a finding in the report, the picture of its element. `links`: where it leads,
    `sign_out_links` those that would sign out. `traits`: what is compared with other pages. `discovered`: addresses
    that it was the first to give.
    """

    target: Target
    state: VisitState
    url: str = ""
    status: int | None = None
    report: PageReport | None = None
    reason: str = ""
    digest: str = ""
    inputs: str = ""
    unchanged: bool = False
    ms: int = 0
    screenshots: Mapping[int, Screenshot] = field(default_factory=dict, repr=False)
    links: tuple[str, ...] = field(default=(), repr=False)
    sign_out_links: frozenset[str] = field(default=frozenset(), repr=False)
    traits: PageTraits | None = field(default=None, repr=False)
    discovered: tuple[Target, ...] = field(default=(), repr=False)


def visit(
    browser: Browser,
    target: Target,
    objection: Objection,
    unchanged: Mapping[str, str],
    *,
    take_screenshots: bool = False,
    documents: Documents | None = None,
) -> Visit:
    """Load an address and judge it. Whatever the page does, it costs this one visit.

    `objection`: told the target, the address it led to and the digest of its source, says why it should not be
    judged; empty when it should. `unchanged`: by address, the digest of inputs under which a verdict is known.
    `documents`: those of the crawl, when the documents that the page links to are to be judged.
    """
    linked = DocumentsOfPage(documents)
    result = _look(browser, target, objection, unchanged, linked, take_screenshots)
    if linked.is_unsure:
        if with_documents(result.inputs, linked.verdicts()) == unchanged[target.address]:
            return replace(result, unchanged=True, inputs=unchanged[target.address])
        result = _look(browser, target, _same_answer(objection, result.url), {}, linked, take_screenshots)
    if result.report is None:
        return result
    report, inputs = linked.told(result.report, result.inputs)
    return replace(result, report=report, inputs=inputs)


def _same_answer(objection: Objection, url: str) -> Objection:
    """The objection of a second look: none to what the first one found to be judged."""
    return lambda target, arrived_at, digest: "" if arrived_at == url else objection(target, arrived_at, digest)


def _look(
    browser: Browser,
    target: Target,
    objection: Objection,
    unchanged: Mapping[str, str],
    linked: DocumentsOfPage,
    take_screenshots: bool,
) -> Visit:
    """Load an address once in a window of its own, and judge it."""
    watch = Stopwatch()
    done: list[Visit] = []
    screenshots: dict[int, Screenshot] = {}
    try:
        with browser.window() as window:
            done.append(_visit(window, target, objection, unchanged, watch, linked))
            if take_screenshots and (report := done[0].report):
                screenshots.update(screenshots_of(window, report.findings))
    except NotAPage as error:
        state, reason = VisitState.SKIPPED, str(error)
    except PageError as error:
        state, reason = VisitState.ERROR, str(error)
    if done:  # a page that fights once it is judged costs its pictures, not its verdict
        watch.lap("screenshots")
        return replace(done[0], screenshots=screenshots, ms=watch.ms["total"])
    watch.lap("lost")
    return Visit(target, state, reason=reason, ms=watch.ms["total"])


def _visit(
    window: Window,
    target: Target,
    objection: Objection,
    unchanged: Mapping[str, str],
    watch: Stopwatch,
    linked: DocumentsOfPage,
) -> Visit:
    window.navigate(target.address)
    url = canonical(window.url) or window.url
    status = window.evaluate(_STATUS)
    if status is not None and status >= 400:
        watch.lap("navigate")
        return Visit(
            target,
            VisitState.ERROR,
            url,
            status,
            reason=f"the server answered {status}",
            ms=watch.ms["total"],
        )
    limits.check_source(window.size())
    source = window.source()
    digest = hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest() if source else ""
    if reason := objection(target, url, digest):
        watch.lap("navigate")
        return Visit(target, VisitState.SKIPPED, url, status, reason=reason, ms=watch.ms["total"])
    settled = is_still(window, source)
    watch.lap("navigate")
    reading = read_window(window, source)
    linked.ask(reading.page)
    inputs = digest_of_inputs(window, source, reading.answers.values(), reading.offsets) if settled else ""
    watch.lap("inputs")
    before = unchanged.get(target.address, "")
    known = linked.are_known(inputs, before)
    report = None if known or linked.is_unsure else judge_reading(window, watch, reading)
    return Visit(
        target,
        VisitState.DONE,
        url,
        status,
        report,
        digest=digest,
        inputs=before if known else inputs,
        unchanged=known,
        ms=watch.ms["total"],
        links=outgoing_links(reading.page),
        sign_out_links=sign_out_links(reading.page),
        traits=traits_of(reading.page),
    )
