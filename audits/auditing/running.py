"""Runs an audit to its end, or to the proposal of a sample: crawls, stores pages as they come, compares, closes."""

from collections.abc import Iterator
from contextlib import closing

from accessibility.crawler import Crawl, CrawlError, Limits, Refused
from accessibility.linked_documents.limits import DocumentLimits
from audits.auditing import actions, queries
from audits.auditing.options import AuditOptions, network_rules
from audits.auditing.origins import trace_origins
from audits.auditing.proposing import propose
from audits.auditing.sample_actions import await_approval
from audits.auditing.screenshots import keep_screenshots
from audits.auditing.several_pages import compare_pages
from audits.auditing.signing_in import recipe_of
from audits.auditing.unchanged import unchanged_inputs
from audits.models.audit import Audit, AuditPage


class Watcher:
    """Who is told how a run goes on; does nothing by itself."""

    def page(self, page: AuditPage) -> None:
        """A page was stored."""

    def seen(self, count: int) -> None:
        """So many addresses of the site are known, for a sample to be proposed."""

    def proposed(self, audit: Audit) -> None:
        """The sample was proposed."""


def run_audit(audit: Audit, watcher: Watcher | None = None) -> None:
    """Run an audit that was just started or resumed; `watcher` is told how it goes on.

    However it ends, the audit is closed accordingly: finished, waiting for its sample to be approved, failed, put down
    or cancelled as somebody asked while it ran, or interrupted by KeyboardInterrupt or by any other exception, which
    goes on its way.
    """
    watcher = watcher or Watcher()
    try:
        with closing(_pages(audit, watcher)) as pages:
            for page in pages:
                watcher.page(page)
                if audit.wish:
                    break
    except (CrawlError, Refused) as error:
        actions.fail_audit(audit, str(error))
    except BaseException:
        actions.interrupt_audit(audit)
        raise
    else:
        if audit.wish:
            actions.stop_as_asked(audit)
        elif _waits_for_approval(audit):
            await_approval(audit)
        else:
            compare_pages(audit)
            actions.finish_audit(audit)


def _pages(audit: Audit, watcher: Watcher) -> Iterator[AuditPage]:
    options = AuditOptions.from_json(audit.options)
    if not options.sample:
        yield from _crawl(audit, options, Limits(pages=options.max_pages))
        return
    if not audit.options.get("sample_chosen"):
        yield from _crawl(audit, options, Limits(pages=1))
        if not propose(audit, options, watcher.seen):
            return
        watcher.proposed(audit)
        if options.approval:
            return
    yield from _crawl(audit, options, Limits(pages=audit.pages.count()), follow=False)


def _waits_for_approval(audit: Audit) -> bool:
    """Whether this run was to stop at the proposal: an audit that is approved begins with its sample chosen."""
    return bool(audit.options.get("approval")) and not audit.options.get("approved")


def _crawl(audit: Audit, options: AuditOptions, limits: Limits, *, follow: bool = True) -> Iterator[AuditPage]:
    progress = queries.progress_of(audit)
    if not progress.waiting or progress.counted >= limits.pages:
        return
    crawl = Crawl(
        audit.start_url,
        rules=network_rules(),
        limits=limits,
        jobs=options.jobs,
        timeout=options.timeout,
        prefix=options.under,
        follow=follow,
        ignore_robots=options.ignore_robots,
        recipe=recipe_of(options),
        unchanged=unchanged_inputs(audit),
        screenshots=options.screenshots and not audit.screenshots_stopped,
        documents=DocumentLimits() if options.documents else None,
        progress=progress,
    )
    with crawl:
        for visit in crawl.visits():
            page = actions.record_visit(audit, visit)
            if page is not None:
                keep_screenshots(audit, page, visit)
                crawl.screenshots = crawl.screenshots and not audit.screenshots_stopped
                trace_origins(audit, page)
                yield page
